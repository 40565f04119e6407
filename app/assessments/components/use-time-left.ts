import { useEffect, useRef, useState } from "react";
import { useLocale } from "../../i18n/use-translate";
import { ServerClock } from "./server-clock";

export interface TimeLeft {
  /** "14:32" in the reader's own clock; null without a limit or before the page runs. */
  readonly until: string | null;
  readonly minutes: number;
  readonly seconds: number;
  /** The last of 50, 10, 5, 1 minutes that was passed while the page was open. */
  readonly announced: number | null;
  readonly isOver: boolean;
}

const milestones = [50, 10, 5, 1] as const;
const noLimit: TimeLeft = { until: null, minutes: 0, seconds: 0, announced: null, isOver: false };

/** A jump of the two clocks of the browser against each other beyond this means that the computer has slept. */
const sleepMs = 3_000;

/** The server's time to the second, from the head of its shortest answer. Not a number without network. */
async function askServerTime(): Promise<number> {
  const answer = await fetch("/healthz", { method: "HEAD", cache: "no-store" }).catch(() => null);
  return Date.parse(answer?.headers.get("Date") ?? "");
}

/**
 * Counts by the server's clock, which each save tells anew. It is asked for, too, when the page is looked at again and
 * when the computer has slept.
 * @param savedAt server time of the last save, or null
 */
export function useTimeLeft(deadlineAt: string | null, serverNow: string, savedAt: string | null): TimeLeft {
  const locale = useLocale();
  const [left, setLeft] = useState<TimeLeft>(noLimit);
  const clock = useRef<ServerClock | null>(null);
  useEffect(() => {
    if (deadlineAt === null) return;
    const deadline = Date.parse(deadlineAt);
    const current = new ServerClock(Date.parse(serverNow), () => performance.now());
    clock.current = current;
    const first = deadline - current.now();
    const tick = () => {
      setLeft(timeLeft(deadline - current.now(), first, locale));
    };
    const ask = async () => {
      current.hear(await askServerTime());
      tick();
    };
    let drift = Date.now() - performance.now();
    const timer = setInterval(() => {
      const before = drift;
      drift = Date.now() - performance.now();
      if (Math.abs(drift - before) > sleepMs) void ask();
      tick();
    }, 1000);
    const look = () => {
      if (document.visibilityState === "visible") void ask();
    };
    tick();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [deadlineAt, serverNow, locale]);
  useEffect(() => {
    if (savedAt !== null) clock.current?.hear(Date.parse(savedAt));
  }, [savedAt]);
  return left;
}

function timeLeft(left: number, first: number, locale: string): TimeLeft {
  const rest = Math.max(0, left);
  const minutesLeft = Math.ceil(rest / 60_000);
  const firstMinutes = Math.ceil(first / 60_000);
  return {
    until: new Date(Date.now() + left).toLocaleTimeString(locale, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
    minutes: Math.floor(rest / 60_000),
    seconds: Math.floor((rest % 60_000) / 1000),
    announced: milestones.filter((m) => minutesLeft <= m && m < firstMinutes).at(-1) ?? null,
    isOver: rest === 0,
  };
}
