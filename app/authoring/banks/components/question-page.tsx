import type { ReactNode } from "react";
import { RulingList } from "../../../courses/ruling-list";
import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { Done } from "../../../ui/form-summary";
import type { FoundQuestion } from "../find-question.server";
import type { QuestionPreview } from "../preview-question.server";
import type { ChangedLine } from "../question-text";
import { BankCrumbs } from "./bank-crumbs";
import { bankPath, useKindName } from "./bank-words";
import { Changes } from "./changes";
import { QuestionSides } from "./question-sides";
import { QuestionTags } from "./question-tags";

export interface QuestionPageData {
  readonly found: FoundQuestion;
  /** The shown revision as learners meet it, and what stands behind it. */
  readonly preview: QuestionPreview;
  /** Against the revision before; null where it isn't asked for. */
  readonly changes: readonly ChangedLine[] | null;
  readonly bank: { readonly slug: string; readonly title: string };
  readonly societySlug: string;
  readonly timeZone: string;
  readonly mayWrite: boolean;
  readonly mayRetire: boolean;
  readonly mayRule: boolean;
  readonly isJustSaved: boolean;
}

/** One question for those who write it: as learners see it, the key beside it, its tags, revisions and rulings. */
export function QuestionPage({ page, learner }: { page: QuestionPageData; learner: ReactNode }) {
  const t = useTranslate();
  const kindName = useKindName();
  const { found, preview } = page;
  const at = bankPath(page.societySlug, page.bank.slug, `/questions/${found.key}`);
  return (
    <main id="main" className="page banks">
      <BankCrumbs societySlug={page.societySlug} bank={page.bank} />
      <h1 className="subject">{found.key}</h1>
      <ul className="ident">
        <li>{kindName(preview.html.kind)}</li>
        <li>{t("banks:revision.number", { number: found.shown.number })}</li>
        {found.retiredAt === null ? null : <li>{t("banks:retired")}</li>}
      </ul>
      {page.isJustSaved ? <Done text={t("banks:edit.saved", { number: found.shown.number })} /> : null}
      {found.shown.number === found.latest ? null : (
        <div className="note care">
          <p className="title">{t("banks:revision.older")}</p>
          <p>
            <a href={at}>{t("banks:revision.toLatest")}</a>
          </p>
        </div>
      )}
      <Actions page={page} at={at} />
      {page.changes === null ? null : <Changes changes={page.changes} />}
      <QuestionSides
        preview={preview}
        learner={learner}
        otherNumbers={`?${new URLSearchParams({
          revision: String(found.shown.number),
          draw: String((preview.numbers?.draw ?? 1) + 1),
        }).toString()}`}
      />
      <QuestionTags question={found.shown.question} />
      <Revisions page={page} at={at} />
      <Rulings page={page} />
    </main>
  );
}

function Actions({ page, at }: { page: QuestionPageData; at: string }) {
  const t = useTranslate();
  if (!page.mayWrite) return null;
  const isRetired = page.found.retiredAt !== null;
  return (
    <div className="row">
      <a className="btn main" href={`${at}/edit`}>
        {t("banks:question.edit")}
      </a>
      {page.mayRetire ? (
        <form method="post" action={at}>
          <Button look={isRetired ? "line" : "danger"} name="retired" value={isRetired ? "no" : "yes"}>
            {t(isRetired ? "banks:question.restore" : "banks:question.retire")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function Revisions({ page, at }: { page: QuestionPageData; at: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { revisions } = page.found;
  return (
    <section aria-labelledby="revisions" className="stack">
      <h2 id="revisions">{t("banks:revisions")}</h2>
      <ol className="register">
        {revisions.map((revision, i) => (
          <li key={revision.number}>
            <div>
              <a
                href={`${at}?revision=${String(revision.number)}`}
                aria-current={revision.number === page.found.shown.number ? "page" : undefined}
              >
                {t("banks:revision.number", { number: revision.number })}
              </a>
              <p className="small quiet">
                {formatMoment(locale, revision.at, page.timeZone)}, {revision.by ?? t("banks:revision.shipped")}
              </p>
            </div>
            {i + 1 < revisions.length ? (
              <a className="small" href={`${at}?revision=${String(revision.number)}&compare=1`}>
                {t("banks:revision.compare", { number: revisions[i + 1]?.number ?? 0 })}
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Rulings({ page }: { page: QuestionPageData }) {
  const t = useTranslate();
  const { rulings, shown } = page.found;
  const society = `/society/${page.societySlug}`;
  return (
    <section aria-labelledby="rulings" className="stack">
      <h2 id="rulings">{t("regrade:earlier")}</h2>
      {rulings.length === 0 ? <p>{t("regrade:none")}</p> : null}
      <RulingList rulings={rulings} timeZone={page.timeZone} recordsHref={page.mayRule ? `${society}/rulings` : null} />
      {page.mayRule ? (
        <p>
          <a className="btn line" href={`${society}/questions/${shown.id}/ruling`}>
            {t("regrade:link")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
