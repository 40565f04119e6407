import type { Loss } from "../../../../quizzes/formats/imported";
import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { FormRefusal } from "../../../ui/form-summary";
import { trackPath } from "../../drafts/components/track-words";
import { LossList } from "../../banks/components/loss-list";
import { TrackTop } from "../../workspace/components/track-top";
import type { TrackPreview } from "../import-track.server";

/** What the file of a track would hold, and not hold, before it is made. */
export function TrackExportPage(props: {
  trackSlug: string;
  societySlug: string;
  /** Null while the working copy isn't a whole track. */
  packed: {
    readonly title: string;
    readonly language: string;
    readonly files: number;
    readonly losses: readonly Loss[];
  } | null;
}) {
  const t = useTranslate();
  const { packed, societySlug, trackSlug } = props;
  return (
    <main id="main" className="page page-top translations">
      <TrackTop title={packed?.title ?? trackSlug} language={packed?.language ?? "en"} />
      <h1>{t("portable:export.title")}</h1>
      <p className="lead">{t("portable:export.lead")}</p>
      {packed === null ? (
        <p className="note mark">{t("portable:export.unfinished")}</p>
      ) : (
        <>
          <form method="get" action={trackPath(societySlug, trackSlug, "/export-file")} className="sheet form">
            <p>{t("portable:export.files", { count: packed.files })}</p>
            <label className="check">
              <input type="checkbox" name="video" value="yes" />
              <span>{t("portable:export.video")}</span>
            </label>
            <p>
              <Button>{t("portable:export.button")}</Button>
            </p>
          </form>
          <section className="sheet" aria-labelledby="losses">
            <h2 id="losses">{t("portable:losses")}</h2>
            <LossList losses={packed.losses} />
          </section>
        </>
      )}
    </main>
  );
}

/** Choosing the file of a track. Nothing is written before its preview. */
export function TrackImportForm({ refused }: { refused: "no-file" | "too-large" | "broken-form" | null }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top translations">
      <h1>{t("portable:import.title")}</h1>
      <p className="lead">{t("portable:import.lead")}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <FormRefusal text={refused === null ? undefined : t(`portable:refused.${refused}`)} />
        <div className="field">
          <label htmlFor="file">{t("portable:import.file")}</label>
          <span className="hint" id="file-hint">
            {t("portable:import.file.hint")}
          </span>
          <input
            className="input"
            type="file"
            id="file"
            name="file"
            required
            accept=".zip"
            aria-describedby="file-hint"
          />
        </div>
        <p>
          <Button>{t("portable:import.look")}</Button>
        </p>
      </form>
    </main>
  );
}

const counted = ["modules", "lessons", "drawings", "questions", "pictures", "videos"] as const;

/** What the file holds and what was lost on the way. */
export function TrackImportPreview({ preview, isRefused }: { preview: TrackPreview; isRefused: boolean }) {
  const t = useTranslate();
  const { holds } = preview;
  return (
    <main id="main" className="page page-top translations">
      <h1>{t("portable:preview.title")}</h1>
      <p className="ident">{preview.fileName}</p>
      {holds === null || isRefused ? (
        <div className="note mark" role="alert">
          <p className="title">{t("portable:preview.refused")}</p>
          <p lang="en">{preview.refused}</p>
        </div>
      ) : (
        <>
          <section className="sheet" aria-labelledby="holds">
            <h2 id="holds" lang={holds.languages[0]}>
              {holds.title}
            </h2>
            <p>{t("portable:preview.languages", { languages: holds.languages.join(", ") })}</p>
            <ul className="import-units">
              {counted.map((what) => (
                <li key={what}>{t(`portable:holds.${what}`, { count: holds[what] })}</li>
              ))}
            </ul>
          </section>
          <form method="post">
            <Button>{t("portable:preview.button")}</Button>
          </form>
          {preview.losses.length === 0 ? null : (
            <section className="sheet" aria-labelledby="losses">
              <h2 id="losses">{t("portable:losses")}</h2>
              <LossList losses={preview.losses} />
            </section>
          )}
        </>
      )}
    </main>
  );
}
