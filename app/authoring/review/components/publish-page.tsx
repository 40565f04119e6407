import { ChangeList } from "../../../courses/change-list";
import { languageName } from "../../../i18n/format-list";
import { isLocale } from "../../../i18n/locales";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { CheckField, TextArea } from "../../../ui/field";
import { Done, FormRefusal } from "../../../ui/form-summary";
import { TrackTop } from "../../workspace/components/track-top";
import type { Obstacle } from "../approval-rule";
import type { EditionPreview } from "../preview-edition.server";
import { Obstacles } from "./obstacles";
import type { TrackOfPage } from "./track-of-page";

export interface PublishPageData {
  readonly track: TrackOfPage;
  readonly obstacles: readonly Obstacle[];
  /** Null where the working copy is no track yet. */
  readonly edition: EditionPreview | null;
  /** The edition that was just published. */
  readonly published: number | null;
}

export interface PublishAnswer {
  readonly isOvertaken: boolean;
  readonly noteFault: "missing" | "long" | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** The edition that would be made, what it changes, and the one button that makes it. */
export function PublishPage({ page, answer }: { page: PublishPageData; answer: PublishAnswer }) {
  const t = useTranslate();
  const { edition, obstacles, track } = page;
  return (
    <main id="main" className="page page-top review">
      <TrackTop title={track.title} language={track.language} />
      <h1>{t("review:publish.title")}</h1>
      {page.published === null ? null : (
        <>
          <Done text={t("review:publish.done", { number: page.published })} />
          <p>
            <a href={`/tracks/${track.slug}`}>{t("review:publish.openTrack")}</a>
          </p>
        </>
      )}
      <FormRefusal text={answer.isOvertaken ? t("review:publish.overtaken") : undefined} />
      {edition === null ? null : <Made edition={edition} />}
      {page.published !== null && edition?.is === "nothing" ? null : <Obstacles track={track} obstacles={obstacles} />}
      {edition !== null && edition.is !== "nothing" && obstacles.length === 0 ? (
        <PublishForm edition={edition} answer={answer} />
      ) : null}
    </main>
  );
}

function useSentence({ is, number, changes }: EditionPreview): string {
  const t = useTranslate();
  if (is === "nothing") return t("review:publish.nothing", { number });
  if (is === "texts") return t("review:publish.texts", { number });
  return changes === null ? t("review:publish.first") : t("review:publish.edition", { number });
}

function Made({ edition }: { edition: EditionPreview }) {
  const t = useTranslate();
  const locale = useLocale();
  const languages = edition.languages.map((language) =>
    isLocale(language) ? languageName(locale, language) : language,
  );
  return (
    <>
      <p className="lead">{useSentence(edition)}</p>
      <dl className="facts">
        <dt>{t("review:publish.languages")}</dt>
        <dd>{languages.join(", ")}</dd>
      </dl>
      {edition.changes === null || edition.is === "nothing" ? null : (
        <section aria-labelledby="changes" className="stack edition-offer">
          <h2 id="changes">{t("review:publish.changes")}</h2>
          <ChangeList changes={edition.changes} language="en" />
        </section>
      )}
    </>
  );
}

function PublishForm({ edition, answer }: { edition: EditionPreview; answer: PublishAnswer }) {
  const t = useTranslate();
  const { noteFault } = answer;
  return (
    <form method="post" className="form">
      {edition.changes === null ? null : (
        <>
          <TextArea
            name="note"
            rows={4}
            lang="en"
            label={t("review:publish.note")}
            hint={t("review:publish.note.hint")}
            typed={answer.typed["note"]}
            error={noteFault === null ? undefined : t(`review:publish.note.${noteFault}`)}
          />
          <CheckField
            name="correction"
            label={t("review:publish.correction")}
            checked={answer.typed["correction"] === "yes"}
          />
        </>
      )}
      <p>
        <Button>
          {edition.is === "texts"
            ? t("review:publish.button.texts")
            : t("review:publish.button", { number: edition.number })}
        </Button>
      </p>
    </form>
  );
}
