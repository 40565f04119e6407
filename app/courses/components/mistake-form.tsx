import { useTranslate } from "../../i18n/use-translate";

interface MistakePage {
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly language: string;
  readonly questionId: string | null;
}

/** Where a reader says that something in a lesson or question is wrong. */
export function MistakeForm({
  page,
  sent,
  error,
  typed,
}: {
  page: MistakePage;
  sent: boolean;
  error: string | null;
  typed: string;
}) {
  const t = useTranslate();
  const back = `/learn/${page.trackSlug}/${page.lessonId}`;
  return (
    <main id="main" className="page page-top">
      <article className="sheet">
        <p className="ident" lang={page.language}>
          {page.lessonTitle}
          {page.questionId ? `, ${page.questionId}` : ""}
        </p>
        <h1>{t("learning:mistake.title")}</h1>
        {sent ? (
          <p className="note pass" role="status">
            {t("learning:mistake.sent")}
          </p>
        ) : (
          <form method="post" className="stack" noValidate>
            <p>{t("learning:mistake.lead")}</p>
            <input type="hidden" name="question" value={page.questionId ?? ""} />
            <MistakeField error={error} typed={typed} />
            <button className="btn main" type="submit">
              {t("learning:mistake.send")}
            </button>
          </form>
        )}
        <p className="page-back">
          <a href={back}>{t("learning:mistake.back")}</a>
        </p>
      </article>
    </main>
  );
}

function MistakeField({ error, typed }: { error: string | null; typed: string }) {
  const t = useTranslate();
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor="mistake">{t("learning:mistake.label")}</label>
      <p className="hint" id="mistake-hint">
        {t("learning:mistake.hint")}
      </p>
      {error ? (
        <p className="err" id="mistake-error">
          <MistakeFault error={error} excess={typed.length - 2000} />
        </p>
      ) : null}
      <textarea
        id="mistake"
        name="text"
        className="input"
        rows={6}
        defaultValue={typed}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "mistake-error mistake-hint" : "mistake-hint"}
      />
    </div>
  );
}

function MistakeFault({ error, excess }: { error: string; excess: number }) {
  const t = useTranslate();
  if (error === "long") return t("learning:mistake.long", { count: excess });
  return error === "too-many" ? t("learning:mistake.tooMany") : t("learning:mistake.empty");
}
