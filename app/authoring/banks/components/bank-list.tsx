import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import type { ListedBank } from "../list-banks.server";
import { bankPath, useKindName } from "./bank-words";

interface BankListPage {
  readonly banks: readonly ListedBank[];
  readonly societySlug: string;
  readonly mayWrite: boolean;
}

interface Refused {
  readonly typed: Readonly<Record<string, string>>;
  readonly isTitleBad: boolean;
}

/** The question banks of a society, and a form for a new one. */
export function BankList({ list, refused }: { list: BankListPage; refused: Refused | null }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top banks">
      <h1>{t("banks:list.title")}</h1>
      <p className="lead">{t("banks:list.lead")}</p>
      {list.banks.length === 0 ? <p>{t("banks:list.none")}</p> : null}
      <ul className="register">
        {list.banks.map((bank) => (
          <BankRow key={bank.slug} bank={bank} societySlug={list.societySlug} />
        ))}
      </ul>
      {list.mayWrite ? (
        <form method="post" className="form" aria-labelledby="new-bank">
          <h2 id="new-bank">{t("banks:new.title")}</h2>
          <TextField
            name="title"
            label={t("banks:new.name")}
            hint={t("banks:new.name.hint")}
            typed={refused?.typed["title"]}
            error={refused?.isTitleBad ? t("banks:error.title") : undefined}
            input={{ required: true, maxLength: 120 }}
          />
          <p>
            <Button>{t("banks:new.make")}</Button>
          </p>
        </form>
      ) : null}
    </main>
  );
}

function BankRow({ bank, societySlug }: { bank: ListedBank; societySlug: string }) {
  const t = useTranslate();
  const kindName = useKindName();
  const kinds = bank.kinds.map(({ kind, count }) => `${kindName(kind)}: ${String(count)}`).join(" · ");
  return (
    <li>
      <div>
        <h2 className="bank-name">
          <a href={bankPath(societySlug, bank.slug)}>{bank.title}</a>
        </h2>
        <p className="small quiet">{kinds}</p>
      </div>
      <span className="num">{t("banks:list.count", { count: bank.questions })}</span>
    </li>
  );
}
