import { formatDate, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { Done, FormRefusal } from "../../ui/form-summary";
import type { ParticipantDetail } from "../find-participant.server";
import { useProfession, useScore } from "./participant-words";

interface ParticipantPageData {
  readonly participant: ParticipantDetail;
  /** The address says that a reminder was just sent. */
  readonly isJustReminded: boolean;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** One participant: lessons, attempts, and the reminder. */
export function ParticipantPage({
  page,
  refused,
}: {
  page: ParticipantPageData;
  refused: "complete" | "too-soon" | null;
}) {
  const t = useTranslate();
  const profession = useProfession();
  const { participant } = page;
  // Nobody gets to read of a mail that was never sent, whatever the address says.
  const isReminded = page.isJustReminded && refused === null && participant.reminder.nextAt !== null;
  return (
    <main id="main" className="page page-top participants">
      <p className="small">
        <a href={`/society/${page.societySlug}/participants`}>{t("learning:participant.back")}</a>
      </p>
      <h1>{participant.name}</h1>
      <p className="lead">{profession(participant.profession)}</p>
      {isReminded ? <Done text={t("learning:participant.reminder.done", { name: participant.name })} /> : null}
      <FormRefusal text={refused === null ? undefined : t(`learning:participant.reminder.refused.${refused}`)} />
      <Facts participant={participant} timeZone={page.timeZone} />
      <Lessons participant={participant} />
      <Sittings participant={participant} timeZone={page.timeZone} />
      <Reminder participant={participant} timeZone={page.timeZone} />
    </main>
  );
}

interface Part {
  readonly participant: ParticipantDetail;
  readonly timeZone: string;
}

function Facts({ participant, timeZone }: Part) {
  const t = useTranslate();
  const locale = useLocale();
  const { track, doneCount, lessonCount, lastStepAt, hasCertificate } = participant;
  return (
    <dl className="facts">
      <dt>{t("learning:participants.track")}</dt>
      <dd lang={track.language}>{track.title}</dd>
      <dt>{t("learning:participants.progress")}</dt>
      <dd>{t("learning:participants.progress.value", { done: doneCount, count: lessonCount })}</dd>
      <dt>{t("learning:participants.lastStep")}</dt>
      <dd>{lastStepAt === null ? t("learning:participants.never") : formatDate(locale, lastStepAt, timeZone)}</dd>
      <dt>{t("learning:participants.certificate")}</dt>
      <dd>{t(hasCertificate ? "learning:participants.yes" : "learning:participants.no")}</dd>
    </dl>
  );
}

function Lessons({ participant }: Pick<Part, "participant">) {
  const t = useTranslate();
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">{t("learning:participant.lessons")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("learning:participant.lesson")}</th>
            <th scope="col">{t("learning:participant.lesson.state")}</th>
          </tr>
        </thead>
        <tbody>
          {participant.lessons.map(({ id, title, isDone }, index) => (
            <tr key={id}>
              <th scope="row">
                {index + 1}. <span lang={participant.track.language}>{title}</span>
              </th>
              <td className={isDone ? "nowrap" : "nowrap quiet"}>
                {t(isDone ? "learning:participant.lesson.done" : "learning:participant.lesson.open")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sittings({ participant, timeZone }: Part) {
  const t = useTranslate();
  const locale = useLocale();
  const score = useScore();
  const title = t("learning:participant.sittings");
  if (participant.sittings.length === 0)
    return (
      <section aria-labelledby="sittings">
        <h2 id="sittings">{title}</h2>
        <p>{t("learning:participant.sittings.none")}</p>
      </section>
    );
  return (
    <section aria-labelledby="sittings">
      <h2 id="sittings">{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("learning:participant.sitting.quiz")}</th>
            <th scope="col">{t("learning:participant.sitting.number")}</th>
            <th scope="col">{t("learning:participant.sitting.date")}</th>
            <th scope="col">{t("learning:participant.sitting.score")}</th>
          </tr>
        </thead>
        <tbody>
          {participant.sittings.map((sitting) => (
            <tr key={`${String(sitting.lessonNumber)} ${String(sitting.number)}`}>
              <th scope="row">
                {sitting.lessonNumber}. <span lang={participant.track.language}>{sitting.lessonTitle}</span>
              </th>
              <td>{sitting.number}</td>
              <td>{formatMoment(locale, sitting.startedAt, timeZone)}</td>
              <td>{sitting.score === null ? t("learning:participant.sitting.running") : score(sitting.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Reminder({ participant, timeZone }: Part) {
  const t = useTranslate();
  const locale = useLocale();
  const { lastSentAt, nextAt } = participant.reminder;
  return (
    <section aria-labelledby="reminder">
      <h2 id="reminder">{t("learning:participant.reminder")}</h2>
      {participant.isComplete ? null : <p>{t("learning:participant.reminder.text")}</p>}
      {lastSentAt === null ? null : (
        <p>{t("learning:participant.reminder.last", { date: formatDate(locale, lastSentAt, timeZone) })}</p>
      )}
      {participant.isComplete ? (
        <p>{t("learning:participant.reminder.complete")}</p>
      ) : nextAt === null ? (
        <form method="post">
          <Button look="line">{t("learning:participant.reminder.send")}</Button>
        </form>
      ) : (
        <p>{t("learning:participant.reminder.next", { when: formatMoment(locale, nextAt, timeZone) })}</p>
      )}
    </section>
  );
}
