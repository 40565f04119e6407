import { formatDate, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { SelectField, TextField } from "../../ui/field";
import { timeFactors } from "../attempts";
import type { ParticipantDetail } from "../find-participant.server";
import type { PastDeed } from "../list-participant-deeds.server";

/** What the last form was refused for, with what was typed into it. */
export interface DeedRefusal {
  readonly intent: string;
  readonly reason: string;
  readonly typed: Readonly<Record<string, string>>;
}

interface Part {
  readonly participant: ParticipantDetail;
  readonly refusal: DeedRefusal | null;
}

const reasonFaults = ["reason-missing", "reason-long", "reason-names-holder"] as const;

/** The sentence for a reason that can't be kept, where this form was refused for it. */
function useReasonError(refusal: DeedRefusal | null, intent: string): string | undefined {
  const t = useTranslate();
  if (refusal?.intent !== intent) return undefined;
  const fault = reasonFaults.find((one) => one === refusal.reason);
  return fault && t(`learning:participant.${fault}`);
}

/** One more attempt at a quiz whose attempts are used up. */
export function GrantAttempt({ participant, refusal }: Part) {
  const t = useTranslate();
  const { limited, track, ended } = participant;
  if (limited.length === 0) return null;
  const usedUp = limited.filter(({ left }) => left === 0);
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">{t("learning:participant.grant")}</h2>
      <ul>
        {limited.map(({ lessonId, lessonNumber, lessonTitle, left, allowed }) => (
          <li key={lessonId}>
            {lessonNumber}. <span lang={track.language}>{lessonTitle}</span>:{" "}
            {t("learning:participant.grant.left", { left, count: allowed })}
          </li>
        ))}
      </ul>
      {usedUp.length === 0 || ended !== null ? (
        <p>{t("learning:participant.grant.none")}</p>
      ) : (
        <GrantForm usedUp={usedUp} refusal={refusal} />
      )}
    </section>
  );
}

function GrantForm({ usedUp, refusal }: Pick<Part, "refusal"> & { usedUp: ParticipantDetail["limited"] }) {
  const t = useTranslate();
  const typed = refusal?.intent === "grant" ? refusal.typed : {};
  return (
    <form method="post" className="stack" noValidate>
      <input type="hidden" name="intent" value="grant" />
      <SelectField
        name="lessonId"
        label={t("learning:participant.sitting.quiz")}
        choices={usedUp.map(({ lessonId, lessonTitle }) => ({ value: lessonId, text: lessonTitle }))}
        chosen={typed["lessonId"] ?? usedUp[0]?.lessonId}
      />
      <TextField
        name="reason"
        label={t("learning:participant.reason")}
        hint={t("learning:participant.reason.hint")}
        error={useReasonError(refusal, "grant")}
        typed={typed["reason"]}
        input={{ required: true, maxLength: 300 }}
      />
      <Button look="line">{t("learning:participant.grant.send")}</Button>
    </form>
  );
}

/** A factor, and nothing about why. */
export function ExtraTime({ participant }: Pick<Part, "participant">) {
  const t = useTranslate();
  if (!participant.hasTimeLimit || participant.ended !== null) return null;
  const choices = timeFactors.map((factor) => ({ value: factor, text: t(`learning:participant.time.${factor}`) }));
  return (
    <section aria-labelledby="time">
      <h2 id="time">{t("learning:participant.time")}</h2>
      <form method="post" className="stack">
        <input type="hidden" name="intent" value="time" />
        <SelectField
          name="factor"
          label={t("learning:participant.time.label")}
          hint={t("learning:participant.time.hint")}
          choices={choices}
          chosen={participant.timeFactor}
        />
        <Button look="line">{t("learning:participant.time.send")}</Button>
      </form>
    </section>
  );
}

/** Ending takes two steps: the second asks for the reason and says what stays. */
export function EndEnrolment({
  participant,
  refusal,
  isEnding,
  timeZone,
}: Part & { isEnding: boolean; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const error = useReasonError(refusal, "end");
  const { ended, name } = participant;
  return (
    <section aria-labelledby="end">
      <h2 id="end">{t("learning:participant.end")}</h2>
      {ended !== null ? (
        <form method="post" className="stack">
          <p>
            {t("learning:participant.ended", { date: formatDate(locale, ended.at, timeZone), reason: ended.reason })}
          </p>
          <input type="hidden" name="intent" value="resume" />
          <Button look="line">{t("learning:participant.resume")}</Button>
        </form>
      ) : isEnding || error !== undefined ? (
        <form method="post" className="stack" noValidate>
          <p>{t("learning:participant.end.text", { name })}</p>
          <input type="hidden" name="intent" value="end" />
          <TextField
            name="endReason"
            label={t("learning:participant.end.reason")}
            hint={t("learning:participant.reason.hint")}
            error={error}
            typed={refusal?.intent === "end" ? refusal.typed["endReason"] : ""}
            input={{ required: true, maxLength: 300 }}
          />
          <p className="row">
            <Button look="danger">{t("learning:participant.end.confirm")}</Button>
            <a href="?">{t("learning:participant.end.cancel")}</a>
          </p>
        </form>
      ) : (
        <p>
          <a className="btn line" href="?step=end#end">
            {t("learning:participant.end.open")}
          </a>
        </p>
      )}
    </section>
  );
}

/** Everything that the society did about this enrolment, the latest first. */
export function ParticipantHistory({ history, timeZone }: { history: readonly PastDeed[]; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("learning:participant.history")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("learning:participant.history.when")}</th>
            <th scope="col">{t("learning:participant.history.what")}</th>
            <th scope="col">{t("learning:participant.history.who")}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((past) => (
            <tr key={`${past.at} ${past.deed}`}>
              <td className="nowrap">{formatMoment(locale, past.at, timeZone)}</td>
              <td>
                <PastWords past={past} />
              </td>
              <td>{past.byName ?? t("learning:participant.history.gone")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PastWords({ past }: { past: PastDeed }) {
  const t = useTranslate();
  const what =
    past.deed === "grant"
      ? t("learning:participant.history.grant", { title: past.lessonTitle ?? "" })
      : past.deed === "time"
        ? `${t("learning:participant.history.time")} ${t(`learning:participant.time.${past.factor ?? "1"}`)}`
        : t(`learning:participant.history.${past.deed}`);
  return (
    <>
      {what}
      {past.reason === null ? null : <span className="quiet"> {past.reason}</span>}
    </>
  );
}
