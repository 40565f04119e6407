import { useTranslate } from "../../../i18n/use-translate";
import { bankPath } from "./bank-words";

/** The way back to the list of banks, to a bank and to a question. */
export function BankCrumbs({
  societySlug,
  bank,
  questionKey,
}: {
  societySlug: string;
  bank?: { readonly slug: string; readonly title: string };
  questionKey?: string;
}) {
  const t = useTranslate();
  return (
    <nav aria-label={t("banks:crumbs")}>
      <ol className="crumbs">
        <li>
          <a href={bankPath(societySlug)}>{t("banks:list.title")}</a>
        </li>
        {bank === undefined ? null : (
          <li>
            <a href={bankPath(societySlug, bank.slug)}>{bank.title}</a>
          </li>
        )}
        {bank === undefined || questionKey === undefined ? null : (
          <li>
            <a href={bankPath(societySlug, bank.slug, `/questions/${questionKey}`)}>{questionKey}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
