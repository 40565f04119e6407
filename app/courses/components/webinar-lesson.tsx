import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { StepWedge } from "../../ui/step-wedge";
import type { LessonShell } from "../lesson-view";
import { lessonHref } from "../preview-place";
import type { WebinarShell } from "../webinar-page.server";
import { playerTexts } from "../webinar-texts";
import { WebinarBeside } from "./webinar-beside";
import { WebinarStage } from "./webinar-stage";
import { WebinarWatched } from "./webinar-watched";

/**
 * A recorded webinar in its room: picture and watched strip left, what is said beside it. The browser's own player
 * works without our script; `islands/webinar` puts its own controls under the picture and measures.
 */
export function WebinarLesson({ webinar }: { webinar: WebinarShell }) {
  const t = useTranslate();
  const { page, recording } = webinar;
  return (
    <div className="room webinar-room">
      <main
        id="main"
        className="page webinar"
        data-webinar=""
        data-track={page.trackSlug}
        data-lesson={page.lesson.id}
        data-enrolment={slot("watch.enrolment")}
        data-duration={webinar.durationMs}
        data-percent={webinar.watchPercent}
        data-resume={slot("watch.resume")}
        data-missing={slot("watch.missing")}
        data-state={slot("watch.state")}
        data-texts={JSON.stringify(playerTexts(t))}
      >
        <div className="webinar-top">
          <p className="ident">
            <a
              href={page.preview ? page.preview.href + page.preview.query : `/learn/${page.trackSlug}`}
              lang={page.contentLanguage}
            >
              {page.trackTitle}
            </a>
            <b>
              {t("webinar:lesson.of", {
                number: page.lesson.number,
                count: page.modules.flatMap((m) => m.lessons).length,
              })}
            </b>
          </p>
          <h1 lang={page.contentLanguage}>{page.lesson.title}</h1>
        </div>
        <div className="webinar-grid">
          <div className="webinar-left">
            {recording === null ? (
              <NoRecording isPreview={page.preview !== undefined} />
            ) : (
              <WebinarStage recording={recording} title={page.lesson.title} />
            )}
            {page.preview && recording === null ? null : <WebinarWatched webinar={webinar} />}
          </div>
          <WebinarBeside webinar={webinar} />
        </div>
      </main>
      <WebinarLinks page={page} />
    </div>
  );
}

function NoRecording({ isPreview }: { isPreview: boolean }) {
  const t = useTranslate();
  if (isPreview) return <p className="note care">{t("preview:missing.recording")}</p>;
  return (
    <div className="note care">
      <p className="title">{t("webinar:missing.title")}</p>
      <p>{t("webinar:missing.text")}</p>
    </div>
  );
}

/** Neighbours, progress, and where a mistake is reported. */
function WebinarLinks({ page }: { page: LessonShell }) {
  const t = useTranslate();
  const href = (lessonId: string) => lessonHref(page, lessonId);
  const steps = page.modules.flatMap((module) =>
    module.lessons.map((lesson, i) => ({
      id: lesson.id,
      startsModule: i === 0,
      isHere: lesson.id === page.lesson.id,
    })),
  );
  return (
    <nav className={`page webinar-links ${slot("steps")}`} aria-label={t("learning:links.label")}>
      {page.previous ? (
        <a className="btn line" href={href(page.previous.id)} rel="prev" data-key="previous">
          <span>
            {t("learning:links.previous", { number: page.previous.number })}{" "}
            <span lang={page.contentLanguage}>{page.previous.title}</span>
          </span>
        </a>
      ) : (
        <span />
      )}
      <div className="webinar-wedge">
        <StepWedge steps={steps} label={slot("progress.sentence")} size="s" />
        <p className="wedge-text">
          <b>{slot("progress.count")}</b> {slot("progress.left")}
        </p>
      </div>
      {page.next ? (
        <a className="btn line" href={href(page.next.id)} rel="next" data-key="next">
          <span>
            {t("learning:links.next", { number: page.next.number })}{" "}
            <span lang={page.contentLanguage}>{page.next.title}</span>
          </span>
        </a>
      ) : (
        <span />
      )}
      {page.preview ? null : (
        <a className="small" href={`${href(page.lesson.id)}/mistake`}>
          {t("learning:links.mistake")}
        </a>
      )}
    </nav>
  );
}
