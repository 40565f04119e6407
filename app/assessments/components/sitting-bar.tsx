import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { Notice, SaveState } from "./answer-queue";
import type { SittingFacts } from "../sitting-facts";
import type { TimeLeft } from "./use-time-left";

interface BarProps extends SittingFacts {
  readonly save: SaveState;
  readonly notices: readonly Notice[];
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
        {props.notices.includes("other-device") ? (
          <p className="note care small">{t("sitting:saved.otherDevice")}</p>
        ) : null}
        {props.notices.includes("not-an-answer") ? (
          <p className="note care small">{t("sitting:saved.notAnswer")}</p>
        ) : null}
        {props.notices.includes("checked") ? <p className="note care small">{t("sitting:saved.checked")}</p> : null}
        {props.notices.includes("late") ? <p className="note mark small">{t("sitting:saved.late")}</p> : null}
      </div>
    </header>
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
