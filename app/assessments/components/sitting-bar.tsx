import type { MessageKey } from "../../i18n/messages";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { Loss, Notice, SaveState } from "./answer-queue";
import type { SittingFacts } from "../sitting-facts";
import type { ToldNotice } from "./use-answers";
import type { TimeLeft } from "./use-time-left";

interface BarProps extends SittingFacts {
  readonly save: SaveState;
  readonly notices: readonly ToldNotice[];
  readonly time: TimeLeft;
}

/** The slim bar of a sitting: what, saved, time, leave. */
export function SittingBar(props: BarProps) {
  const t = useTranslate();
  return (
    <header className="exam">
      <div className="page">
        <div>
          <p className="ident">{t("sitting:bar.lesson", { modality: props.modality, number: props.lessonNumber })}</p>
          <h1 className="et">
            <span lang={props.language}>{props.lessonTitle}</span>,{" "}
            {props.attempts === null
              ? t("sitting:bar.attempt", { number: props.number })
              : t("sitting:bar.attemptOf", { number: props.number, all: props.attempts })}
          </h1>
        </div>
        <Saved save={props.save} />
        {props.time.until === null ? null : <Clock time={props.time} />}
        <a className="btn line sm" href={props.lessonHref}>
          {t("sitting:bar.leave")}
        </a>
      </div>
      <div className="page" role="status">
        <Notices items={props.items} notices={props.notices} />
      </div>
    </header>
  );
}

const lossTexts = {
  "not-an-answer": "sitting:saved.notAnswer",
  "not-taken": "sitting:saved.notTaken",
  checked: "sitting:saved.checked",
} as const satisfies Readonly<Record<Loss, MessageKey>>;

/** What the learner must know of their answers; of one that was given up, which question it is. */
function Notices({ items, notices }: Pick<BarProps, "items" | "notices">) {
  const t = useTranslate();
  const has = (wanted: Notice) => notices.some(({ notice }) => notice === wanted);
  return (
    <>
      {has("other-device") ? <p className="note care small">{t("sitting:saved.otherDevice")}</p> : null}
      {notices.map(({ notice, questionId }) =>
        notice === "late" || notice === "other-device" ? null : (
          <p key={`${notice} ${questionId}`} className="note care small">
            <b>
              {t("sitting:question", { number: items.findIndex(({ question }) => question.id === questionId) + 1 })}
            </b>
            {": "}
            {t(lossTexts[notice])}
          </p>
        ),
      )}
      {has("late") ? <p className="note mark small">{t("sitting:saved.late")}</p> : null}
    </>
  );
}

function Saved({ save }: { save: SaveState }) {
  const t = useTranslate();
  const locale = useLocale();
  const at =
    save.state === "saved"
      ? new Date(save.at).toLocaleTimeString(locale, {
          hour: "2-digit",
          minute: "2-digit",
          second: "2-digit",
          hourCycle: "h23",
        })
      : "";
  switch (save.state) {
    case "idle":
      return <p className="saved idle">{t("sitting:saved.none")}</p>;
    case "saved":
      return (
        <p className="saved" role="status">
          {t("sitting:saved.at", { time: at })}
        </p>
      );
    case "busy":
      return <p className="saved busy">{t("sitting:saved.busy")}</p>;
    case "offline":
      return (
        <p className="saved off" role="status">
          {t("sitting:saved.offline", { count: save.count })}
        </p>
      );
    case "retry":
      return (
        <p className="saved err" role="status">
          {t("sitting:saved.retry", { seconds: save.seconds })}
        </p>
      );
    case "refused":
      return (
        <p className="saved err" role="alert">
          {t("sitting:saved.refused")}
        </p>
      );
    case "signed-out":
      return (
        <p className="saved err" role="alert">
          {t("sitting:saved.signedOut")}
        </p>
      );
    case "over":
      return (
        <p className="saved" role="status">
          {t("sitting:time.over")}
        </p>
      );
  }
}

/** Minutes only; seconds in the last five. Spoken at 50, 10, 5 and 1 minutes, never each second. */
function Clock({ time }: { time: TimeLeft }) {
  const t = useTranslate();
  const { minutes, seconds } = time;
  const isShort = minutes < 5;
  return (
    <p className={isShort ? "time short" : "time"}>
      <span>{t("sitting:time.until", { time: time.until ?? "" })}</span>
      <b>
        {isShort
          ? t("sitting:time.seconds", { minutes, seconds: String(seconds).padStart(2, "0") })
          : t("sitting:time.minutes", { minutes })}
      </b>
      <span className="vh" role="status">
        {time.announced === null ? "" : t("sitting:time.announce", { count: time.announced })}
      </span>
    </p>
  );
}
