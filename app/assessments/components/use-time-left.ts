import { useEffect, useState } from "react";
import { useLocale } from "../../i18n/use-translate";

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

/** Counts by the server's clock: the browser's may be wrong, so only the time since the page was made is taken from it. */
export function useTimeLeft(deadlineAt: string | null, serverNow: string): TimeLeft {
  const locale = useLocale();
  const [left, setLeft] = useState<TimeLeft>(noLimit);
  useEffect(() => {
    if (deadlineAt === null) return;
    const total = new Date(deadlineAt).getTime() - new Date(serverNow).getTime();
    const openedAt = performance.now();
    const until = new Date(Date.now() + total).toLocaleTimeString(locale, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    const first = Math.ceil(total / 60_000);
    const tick = () => {
      const rest = Math.max(0, total - (performance.now() - openedAt));
      const minutesLeft = Math.ceil(rest / 60_000);
      const announced = milestones.filter((m) => minutesLeft <= m && m < first).at(-1) ?? null;
      setLeft({
        until,
        minutes: Math.floor(rest / 60_000),
        seconds: Math.floor((rest % 60_000) / 1000),
        announced,
        isOver: rest === 0,
      });
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [deadlineAt, serverNow, locale]);
  return left;
}
