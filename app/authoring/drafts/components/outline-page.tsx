import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { SelectField, TextField } from "../../../ui/field";
import { FormRefusal } from "../../../ui/form-summary";
import type { OutlineRefusal } from "../edit-outline.server";
import { lessonKinds } from "../outline";
import type { OutlinePage as Page } from "../outline-page.server";
import { OutlineConflictNote } from "./outline-conflict";
import { OutlineDeedNote } from "./outline-deed";
import { OutlineRow } from "./outline-row";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";

/** Modules and lessons of a track's working copy. Every button is one step, saved at once. */
export function OutlinePage({ page, refused }: { page: Page; refused: OutlineRefusal | null }) {
  const t = useTranslate();
  const { head, modules } = page;
  const isGone = refused?.faults.some(({ code }) => code === "gone") ?? false;
  return (
    <main id="main" className="page tracks" data-editor>
      <TrackHead head={head} asHeading />
      <FormRefusal text={isGone ? t("tracks:fault.gone") : undefined} />
      {refused?.conflict == null ? null : <OutlineConflictNote conflict={refused.conflict} head={head} />}
      <OutlineDeedNote page={page} />
      <section className="sheet tight outline-sheet" aria-labelledby="outline-title">
        <h2 id="outline-title" className="vh">
          {t("tracks:tab.outline")}
        </h2>
        <Outline page={page} refused={refused} />
        {modules.length === 0 ? <p>{t("tracks:outline.none")}</p> : null}
        {head.mayWrite && modules.length > 0 ? (
          <p className="small quiet keys-hint">{t("tracks:outline.keys")}</p>
        ) : null}
      </section>
      {head.mayWrite ? <NewEntries page={page} refused={refused} /> : null}
    </main>
  );
}

function Outline({ page, refused }: { page: Page; refused: OutlineRefusal | null }) {
  const t = useTranslate();
  const { head, modules } = page;
  const numbers = lessonNumbers(page);
  const rows = modules.map((module, at) => (
    <OutlineRow
      key={module.id}
      row={{ subject: "module", id: module.id, title: module.title, number: at + 1, count: modules.length }}
      page={page}
      refused={refused}
    >
      {module.lessons.length === 0 ? <p className="small quiet outline-empty">{t("tracks:outline.empty")}</p> : null}
      <ol className="outline-lessons" data-module={module.id}>
        {module.lessons.map((lesson) => (
          <OutlineRow
            key={lesson.id}
            row={{ subject: "lesson", ...lesson, number: numbers.get(lesson.id) ?? 0, count: numbers.size }}
            page={page}
            refused={refused}
          />
        ))}
      </ol>
    </OutlineRow>
  ));
  if (!head.mayWrite) return <ol className="outline-modules">{rows}</ol>;
  return (
    <form method="post" data-outline action={trackPath(head.societySlug, head.trackSlug)}>
      {/* The first submit button of a form is what Enter presses: in a title it saves the title. */}
      <button type="submit" name="intent" value="titles" className="vh" tabIndex={-1} aria-hidden="true">
        {t("tracks:act.rename")}
      </button>
      <input type="hidden" name="base" value={page.base} />
      <ol className="outline-modules">{rows}</ol>
    </form>
  );
}

function lessonNumbers({ modules }: Page): Map<string, number> {
  return new Map(modules.flatMap(({ lessons }) => lessons).map(({ id }, at) => [id, at + 1]));
}

function NewEntries({ page, refused }: { page: Page; refused: OutlineRefusal | null }) {
  const t = useTranslate();
  const { head, modules, base } = page;
  const { typed = {}, faults = [] } = refused ?? {};
  const faultOf = (field: string) => {
    const code = faults.find((fault) => fault.field === field)?.code;
    return code === undefined ? undefined : t(`tracks:fault.${code}`);
  };
  const action = trackPath(head.societySlug, head.trackSlug);
  const last = modules.at(-1)?.id;
  return (
    <div className="new-entries">
      {modules.length === 0 ? null : (
        <form method="post" action={action} className="form sheet tight" aria-labelledby="new-lesson" data-step>
          <h2 id="new-lesson">{t("tracks:new-lesson")}</h2>
          <input type="hidden" name="base" value={base} />
          <TextField
            name="lessonTitle"
            label={t("tracks:field.title")}
            typed={typed["lessonTitle"]}
            error={faultOf("lessonTitle")}
            input={{ maxLength: 200, lang: head.language }}
          />
          <SelectField
            name="lessonKind"
            label={t("tracks:field.kind")}
            chosen={typed["lessonKind"] ?? "reading"}
            choices={lessonKinds.map((kind) => ({ value: kind, text: t(`tracks:kind.${kind}`) }))}
          />
          <SelectField
            name="lessonModule"
            label={t("tracks:field.module")}
            chosen={typed["lessonModule"] ?? moduleOfDeed(page) ?? last}
            error={faultOf("lessonModule")}
            choices={modules.map(({ id, title }) => ({ value: id, text: title }))}
          />
          <p>
            <Button look="line" name="intent" value="add-lesson">
              {t("tracks:add-lesson")}
            </Button>
          </p>
        </form>
      )}
      <NewModule page={page} typed={typed["moduleTitle"]} error={faultOf("moduleTitle")} />
    </div>
  );
}

function NewModule({
  page: { head, base },
  typed,
  error,
}: {
  page: Page;
  typed: string | undefined;
  error: string | undefined;
}) {
  const t = useTranslate();
  return (
    <form
      method="post"
      action={trackPath(head.societySlug, head.trackSlug)}
      className="form sheet tight"
      aria-labelledby="new-module"
      data-step
    >
      <h2 id="new-module">{t("tracks:new-module")}</h2>
      <input type="hidden" name="base" value={base} />
      <TextField
        name="moduleTitle"
        label={t("tracks:field.title")}
        typed={typed}
        error={error}
        input={{ maxLength: 200, lang: head.language }}
      />
      <p>
        <Button look="line" name="intent" value="add-module">
          {t("tracks:add-module")}
        </Button>
      </p>
    </form>
  );
}

/** The module that the last step was about: the next lesson most likely goes there too. */
function moduleOfDeed({ modules, deed }: Page): string | undefined {
  const key = deed?.key ?? "";
  return modules.find(
    ({ id, lessons }) => key === `module:${id}` || lessons.some((lesson) => key === `lesson:${lesson.id}`),
  )?.id;
}
