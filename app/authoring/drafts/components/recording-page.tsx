import { formatClock } from "../../../i18n/format";
import { localeNames } from "../../../i18n/locales";
import { useTranslate } from "../../../i18n/use-translate";
import { AlertIcon } from "../../../ui/alert-icon";
import { Button } from "../../../ui/button";
import { TextArea } from "../../../ui/field";
import { Done } from "../../../ui/form-summary";
import type { RecordingTexts, TextFault } from "../recording-texts.server";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";

interface Refused {
  readonly kind: "captions" | "chapters";
  readonly content: string;
  readonly faults: readonly TextFault[];
}

/** Chapters and captions of a webinar's recording. */
export function RecordingPage({
  page,
  refused,
}: {
  page: RecordingTexts & { isSaved: boolean; languages: readonly RecordingTexts["language"][] };
  refused: Refused | null;
}) {
  const t = useTranslate();
  const { head, lesson, recording, language } = page;
  const href = trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}`);
  return (
    <main id="main" className="page tracks">
      <TrackHead head={head} />
      <h1 className="draft-title">{t("tracks:recording.title", { title: lesson.title })}</h1>
      <p>
        {recording.title}, {formatClock(recording.durationMs)}. <a href={href}>{t("tracks:recording.back")}</a>
      </p>
      {page.isSaved ? <Done text={t("tracks:recording.saved")} /> : null}
      <div className="note care">
        <p>{t("tracks:recording.at-once")}</p>
      </div>
      <nav className="tabs" aria-label={t("tracks:recording.language")}>
        {page.languages.map((each) => (
          <a
            key={each}
            href={`${href}/recording?language=${each}`}
            lang={each}
            aria-current={each === language ? "page" : undefined}
          >
            {localeNames[each]}
          </a>
        ))}
      </nav>
      <TextForm kind="chapters" page={page} refused={refused} />
      <TextForm kind="captions" page={page} refused={refused} />
    </main>
  );
}

function TextForm({ kind, page, refused }: { kind: Refused["kind"]; page: RecordingTexts; refused: Refused | null }) {
  const t = useTranslate();
  const { head, lesson, language } = page;
  const mine = refused?.kind === kind ? refused : null;
  const address = trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}/recording?language=${language}`);
  return (
    <form
      method="post"
      action={address}
      encType="multipart/form-data"
      className="form sheet tight"
      aria-labelledby={`${kind}-title`}
    >
      <h2 id={`${kind}-title`}>{t(`tracks:recording.${kind}`)}</h2>
      <input type="hidden" name="kind" value={kind} />
      {mine === null ? null : <Faults faults={mine.faults} />}
      <TextArea
        name={kind}
        label={t(`tracks:recording.${kind}.label`)}
        hint={t(`tracks:recording.${kind}.hint`)}
        typed={mine?.content ?? page[kind]}
        error={mine === null ? undefined : t("tracks:recording.faults", { count: mine.faults.length })}
        rows={12}
        lang={language}
      />
      {kind === "captions" ? (
        <div className="field">
          <label htmlFor="file">{t("tracks:recording.file")}</label>
          <input type="file" id="file" name="file" accept=".vtt,text/vtt" />
        </div>
      ) : null}
      <p>
        <Button look="line">{t(`tracks:recording.${kind}.save`)}</Button>
      </p>
    </form>
  );
}

function Faults({ faults }: { faults: readonly TextFault[] }) {
  const t = useTranslate();
  return (
    <div className="note mark" role="alert">
      <p className="title">
        <AlertIcon />
        {t("tracks:recording.unsaved")}
      </p>
      <ul>
        {faults.map(({ line, code }) => (
          <li key={`${String(line)} ${code}`}>{t("tracks:recording.line", { line, what: t(`tracks:vtt.${code}`) })}</li>
        ))}
      </ul>
    </div>
  );
}
