import { formatDate, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { Done, FormRefusal } from "../../ui/form-summary";
import type { RegradeChange } from "../find-regrade-changes.server";
import type { ParticipantDetail } from "../find-participant.server";
import { RegradeChanges } from "./regrade-changes";
import { type DeedRefusal, EndEnrolment, ExtraTime, GrantAttempt, ParticipantHistory } from "./participant-deeds";
import { useProfession, useScore } from "./participant-words";

/** What the address says was just done. */
export const deedsDone = ["remind", "grant", "time", "end", "resume"] as const;

interface ParticipantPageData {
  readonly participant: ParticipantDetail;
  readonly changes: readonly RegradeChange[];
  readonly justDone: (typeof deedsDone)[number] | null;
  readonly isEnding: boolean;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** One participant: lessons, attempts, and what the society can do for them. */
export function ParticipantPage({ page, refusal }: { page: ParticipantPageData; refusal: DeedRefusal | null }) {
  const t = useTranslate();
  const profession = useProfession();
  const { participant, timeZone } = page;
  return (
    <main id="main" className="page page-top participants">
      <p className="small">
        <a href={`/society/${page.societySlug}/participants`}>{t("learning:participant.back")}</a>
      </p>
      <h1>{participant.name}</h1>
      <p className="lead">{profession(participant.profession)}</p>
      <WhatHappened page={page} refusal={refusal} />
      <Facts participant={participant} timeZone={timeZone} />
      <Lessons participant={participant} />
      <Sittings participant={participant} timeZone={timeZone} />
      <RegradeChanges changes={page.changes} timeZone={timeZone} />
      <p>
        <a href={`/society/${page.societySlug}/participants/${participant.enrolmentId}/late-answers`}>
          {t("regrade:late.title")}
        </a>
      </p>
      <GrantAttempt participant={participant} refusal={refusal} />
      <ExtraTime participant={participant} />
      <Reminder participant={participant} timeZone={timeZone} />
      <EndEnrolment participant={participant} refusal={refusal} isEnding={page.isEnding} timeZone={timeZone} />
      <ParticipantHistory history={participant.history} timeZone={timeZone} />
    </main>
  );
}

const refusedWhole = ["complete", "too-soon", "ended", "attempts-left"] as const;

function WhatHappened({ page, refusal }: { page: ParticipantPageData; refusal: DeedRefusal | null }) {
  const t = useTranslate();
  if (refusal !== null) {
    const reason = refusedWhole.find((one) => one === refusal.reason);
    return <FormRefusal text={reason && t(`learning:participant.refused.${reason}`)} />;
  }
  // Nobody gets to read of what never happened, whatever the address says.
  const { justDone, participant } = page;
  if (justDone === null || participant.history[0]?.deed !== justDone) return null;
  return <Done text={t(`learning:participant.done.${justDone}`, { name: participant.name })} />;
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
  const isAsked = !participant.isComplete && participant.ended === null;
  return (
    <section aria-labelledby="reminder">
      <h2 id="reminder">{t("learning:participant.reminder")}</h2>
      {isAsked ? <p>{t("learning:participant.reminder.text")}</p> : null}
      {lastSentAt === null ? null : (
        <p>{t("learning:participant.reminder.last", { date: formatDate(locale, lastSentAt, timeZone) })}</p>
      )}
      {participant.isComplete ? (
        <p>{t("learning:participant.reminder.complete")}</p>
      ) : participant.ended !== null ? (
        <p>{t("learning:participant.refused.ended")}</p>
      ) : nextAt === null ? (
        <form method="post">
          <input type="hidden" name="intent" value="remind" />
          <Button look="line">{t("learning:participant.reminder.send")}</Button>
        </form>
      ) : (
        <p>{t("learning:participant.reminder.next", { when: formatMoment(locale, nextAt, timeZone) })}</p>
      )}
    </section>
  );
}
