import { formatMinutes } from "../../i18n/format";
import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { StepWedge } from "../../ui/step-wedge";
import { lessonHref } from "../preview-place";
import type { TrackView } from "../view-track.server";
import type { Standing } from "./track-facts";
import { KindIcon } from "./track-kind-icon";

/** The track as a wedge: unlit for who has not started, with the learner's own light otherwise. */
export function TrackWedge({ track, place }: { track: TrackView; place: Standing["place"] }) {
  const t = useTranslate();
  const isLearner = place === "enrolled" || place === "complete";
  const steps = track.modules.flatMap((module) =>
    module.lessons.map((lesson, i) => ({
      id: lesson.id,
      startsModule: i === 0,
    })),
  );
  const lessons = t("catalogue:track.lessons", { count: steps.length });
  const modules = t("catalogue:track.modules", { count: track.modules.length });
  return (
    <div className={isLearner ? `track-wedge ${slot("steps")}` : "track-wedge"}>
      <StepWedge
        steps={steps}
        size="l"
        label={isLearner ? slot("progress.sentence") : t("catalogue:track.wedge.new", { lessons, modules })}
      />
      <p className="wedge-text">
        <b>{lessons}</b> {t("catalogue:track.wedge.text", { modules, time: formatMinutes(track.minutes) })}
        {isLearner ? ` ${slot("progress.sentence")}` : ""}
      </p>
    </div>
  );
}

/** What is learned, with the lessons that teach it. */
export function TrackOutcomes({ track }: { track: TrackView }) {
  const t = useTranslate();
  return (
    <section className="sheet" aria-labelledby="outcomes">
      <h2 id="outcomes">{t("catalogue:track.outcomes")}</h2>
      {track.outcomes.length === 0 ? <p className="note care">{t("preview:missing.outcomes")}</p> : null}
      <table className="track-outcomes" hidden={track.outcomes.length === 0}>
        <thead>
          <tr>
            <th scope="col">{t("catalogue:track.outcomes.code")}</th>
            <th scope="col">{t("catalogue:track.outcomes.text")}</th>
            <th scope="col">{t("catalogue:track.outcomes.lessons")}</th>
          </tr>
        </thead>
        <tbody>
          {track.outcomes.map((outcome) => (
            <tr key={outcome.code}>
              <th scope="row">
                <b>{outcome.code}</b>
                <span className="quiet">{t(`catalogue:track.kind.${outcome.kind}`)}</span>
              </th>
              <td>
                <span lang={track.language}>{outcome.text}</span>
                <span className="where small quiet">
                  {t("catalogue:track.outcomes.lessons")}: {outcome.lessons.join(", ")}
                </span>
              </td>
              <td>{outcome.lessons.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{t("catalogue:track.outcomes.note")}</p>
    </section>
  );
}

/** Every lesson by its module, with kind and minutes. */
export function TrackLessons({ track }: { track: TrackView }) {
  const t = useTranslate();
  return (
    <section className="track-modules" aria-labelledby="lessons">
      <h2 id="lessons">{t("catalogue:track.lessons")}</h2>
      {track.modules.length === 0 ? <p className="note care">{t("preview:missing.lessons")}</p> : null}
      {track.modules.map((module, i) => (
        <div key={module.id}>
          <h3>
            <span>
              {t("catalogue:track.module", { number: i + 1 })} <span lang={track.language}>{module.title}</span>
            </span>
            <span className="minutes">{formatMinutes(module.minutes)}</span>
          </h3>
          <ol className="track-lessons" start={module.lessons[0]?.number}>
            {module.lessons.map((lesson) => (
              <li key={lesson.id}>
                <span className="no">{lesson.number}</span>
                <KindIcon kind={lesson.kind} />
                <LessonTitle track={track} lesson={lesson} />
                <span className="kind">{t(`learning:kind.${lesson.kind}`)}</span>
                <span className="minutes">{formatMinutes(lesson.minutes)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** Learners come to a lesson through the track; who looks at a preview may go to each of them. */
function LessonTitle({ track, lesson }: { track: TrackView; lesson: TrackView["modules"][number]["lessons"][number] }) {
  const title = <span lang={track.language}>{lesson.title}</span>;
  if (track.preview === undefined) return title;
  return <a href={lessonHref({ trackSlug: track.slug, preview: track.preview }, lesson.id)}>{title}</a>;
}
