import { useTranslate } from "../../../i18n/use-translate";
import { questionKinds } from "../kinds";
import { BankCrumbs } from "./bank-crumbs";
import { bankPath, useKindName } from "./bank-words";

/** The first step of a new question: its kind. */
export function KindChoice({
  page,
}: {
  page: { readonly bank: { readonly slug: string; readonly title: string }; readonly societySlug: string };
}) {
  const t = useTranslate();
  const kindName = useKindName();
  return (
    <main id="main" className="page banks">
      <BankCrumbs societySlug={page.societySlug} bank={page.bank} />
      <h1>{t("banks:edit.new")}</h1>
      <p className="lead">{t("banks:edit.kind")}</p>
      <ul className="kind-choice">
        {questionKinds.map((kind) => (
          <li key={kind}>
            <a href={bankPath(page.societySlug, page.bank.slug, `/new?kind=${kind}`)}>{kindName(kind)}</a>
            <p className="small quiet">{t(`banks:about.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
