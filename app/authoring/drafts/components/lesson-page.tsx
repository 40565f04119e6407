import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { CheckField, TextArea, TextField } from "../../../ui/field";
import { FormSummary } from "../../../ui/form-summary";
import type { LessonPage as Page } from "../lesson-page.server";
import type { FormRefused } from "../save-draft-form.server";
import { FormConflict } from "./form-conflict";
import { type FormState, useFieldName, useFormField } from "./form-words";
import { LessonNav } from "./lesson-nav";
import { QuizFields } from "./quiz-fields";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";
import { WebinarFields } from "./webinar-fields";

/** One lesson in the editor: the outline beside a sheet with everything that is set about it. */
export function LessonPage({ page, refused }: { page: Page; refused: FormRefused | null }) {
  const { head, lesson } = page;
  const t = useTranslate();
  const href = trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}`);
  const state = { typed: refused?.typed ?? page.fields, faults: refused?.faults ?? [] };
  return (
    <main id="main" className="page tracks" data-editor>
      <TrackHead head={head} />
      <FormConflict refused={refused} timeZone={head.timeZone} form="lesson-form" href={href} />
      <div className="lesson-desk">
        <LessonNav page={page} />
        <div className="sheet lesson-sheet">
          <p className="ident">
            {t("tracks:lesson.number", { number: lesson.number })} · {t(`tracks:kind.${lesson.kind}`)}
          </p>
          <h1 className="draft-title" lang={head.language}>
            {page.fields["title"]}
          </h1>
          <NextToIt page={page} />
          <p>
            <a href={trackPath(head.societySlug, head.trackSlug, `/preview/${lesson.id}`)}>{t("preview:label")}</a>
          </p>
          {head.mayWrite ? <LessonForm page={page} state={state} href={href} /> : <ReadOnly page={page} />}
        </div>
      </div>
    </main>
  );
}

/** What is written on a page of its own. */
function NextToIt({ page: { head, lesson, webinar } }: { page: Page }) {
  const t = useTranslate();
  const at = (place: string) => trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}${place}`);
  if (lesson.kind === "reading")
    return (
      <p>
        <a className="btn main" href={at(`/text/${head.language}`)}>
          {t(head.mayWrite ? "tracks:lesson.write" : "tracks:lesson.read")}
        </a>
      </p>
    );
  if (lesson.kind === "webinar" && webinar?.isOwn && head.mayWrite)
    return (
      <p>
        <a className="btn line" href={at("/recording")}>
          {t("tracks:lesson.recording")}
        </a>
      </p>
    );
  return null;
}

function LessonForm({ page, state, href }: { page: Page; state: FormState; href: string }) {
  const t = useTranslate();
  const field = useFormField(state);
  const name = useFieldName();
  const { head } = page;
  return (
    <form method="post" action={href} id="lesson-form" className="form" data-autosave>
      {/* The first submit button of a form is what Enter presses. */}
      <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
        {t("tracks:save")}
      </button>
      <input type="hidden" name="base" value={state.typed["base"] ?? ""} />
      <FormSummary
        title={t("tracks:faults")}
        faults={state.faults.map(({ field: at, code }) => ({
          field: at,
          text: `${name(at)}: ${t(`tracks:fault.${code}`)}`,
        }))}
      />
      <TextField {...field("title", t("tracks:field.title"))} input={{ maxLength: 200, lang: head.language }} />
      <TextArea
        {...field("summary", t("tracks:field.summary"), t("tracks:hint.summary"))}
        rows={3}
        lang={head.language}
      />
      <TextField
        {...field("minutes", t("tracks:field.minutes"), t("tracks:hint.minutes"))}
        input={{ inputMode: "numeric", maxLength: 3 }}
      />
      {page.webinar === null ? null : <WebinarFields offer={page.webinar} state={state} />}
      {page.quiz === null ? null : <QuizFields page={page} offer={page.quiz} state={state} />}
      <Outcomes page={page} state={state} />
      <p className="row">
        <Button name="intent" value="save">
          {t("tracks:save")}
        </Button>
      </p>
    </form>
  );
}

function Outcomes({ page, state }: { page: Page; state: FormState }) {
  const t = useTranslate();
  if (page.outcomes.length === 0) return <p className="hint">{t("tracks:outcomes.none")}</p>;
  return (
    <fieldset className="checks">
      <legend className="label">{t("tracks:outcomes.of-lesson")}</legend>
      {page.outcomes.map(({ code, text }) => (
        <CheckField
          key={code}
          name={`outcome:${code}`}
          label={code}
          hint={<span lang={page.head.language}>{text}</span>}
          checked={state.typed[`outcome:${code}`] === "yes"}
        />
      ))}
    </fieldset>
  );
}

/** For reviewers: the same facts without a form. */
function ReadOnly({ page }: { page: Page }) {
  const t = useTranslate();
  const { fields, outcomes, head } = page;
  const chosen = outcomes.filter(({ code }) => fields[`outcome:${code}`] === "yes").map(({ code }) => code);
  return (
    <dl className="facts">
      <dt>{t("tracks:field.summary")}</dt>
      <dd lang={head.language}>{fields["summary"]}</dd>
      <dt>{t("tracks:field.minutes")}</dt>
      <dd>{fields["minutes"]}</dd>
      <dt>{t("tracks:outcomes.of-lesson")}</dt>
      <dd>{chosen.join(", ")}</dd>
    </dl>
  );
}
