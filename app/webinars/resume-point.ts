/** A position this close to the start says nothing: players report it before they have found their place. */
const startMs = 1000;
/** This close to the end there is nothing to go on with. */
const endMs = 5000;

/**
 * The resume point after a report. It goes forward by watching and back only by a seek of the learner's own; a report
 * from the very start never moves it, so that opening the page on another device loses nothing.
 */
export function nextResume(
  beforeMs: number,
  report: { positionMs: number; seeked: boolean },
  durationMs: number,
): number {
  const position = Math.min(durationMs, Math.max(0, Math.floor(report.positionMs)));
  if (position < startMs) return beforeMs;
  return position > beforeMs || report.seeked ? position : beforeMs;
}

/** Where the player opens: the resume point, or the start when that point is at one of the ends. */
export function openingMs(resumeMs: number, durationMs: number): number {
  return resumeMs < startMs || resumeMs > durationMs - endMs ? 0 : resumeMs;
}
