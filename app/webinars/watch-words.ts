import { formatClock, formatPercent } from "../i18n/format";
import type { Locale } from "../i18n/locales";
import { coveredMs, gaps, type Span } from "./spans";

/** Sentences about what has been watched, with `{name}` where a fact stands. The server and the page fill the same ones. */
export interface WatchTexts {
  readonly watched: string;
  readonly wanted: string;
  readonly done: string;
  readonly doneRest: string;
  readonly range: string;
  /** "One part is missing:" to "Five parts are missing:". */
  readonly parts: readonly string[];
  readonly manyParts: string;
  readonly strip: string;
  readonly stripEmpty: string;
}

export interface WatchFacts {
  /** Union of the watched spans. */
  readonly spans: readonly Span[];
  readonly durationMs: number;
  /** Share of the recording that completes the lesson. */
  readonly watchPercent: number;
  readonly done: boolean;
}

export interface WatchWords {
  readonly headline: string;
  /** Why the lesson is not complete yet, or that it is. */
  readonly why: string;
  /** Missing parts of a second and more, in words, beside their span. */
  readonly missing: readonly { readonly span: Span; readonly text: string }[];
  /** The strip for people who don't see it. */
  readonly strip: string;
}

/** Puts facts into a sentence: `{name}` becomes its value. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Missing parts shorter than this are real but not worth a button. */
const shortestMs = 1000;

export function describeWatching(texts: WatchTexts, locale: Locale, facts: WatchFacts): WatchWords {
  const { spans, durationMs, watchPercent, done } = facts;
  const covered = coveredMs(spans);
  const measured = Math.min(100, Math.floor((covered * 100) / Math.max(1, durationMs)));
  const percent = formatPercent(
    locale,
    done ? Math.max(measured, Math.min(100, watchPercent)) : Math.min(measured, 99),
  );
  const range = ([from, to]: Span) => fillText(texts.range, { from: formatClock(from), to: formatClock(to) });
  const missing = gaps(spans, durationMs)
    .filter(([from, to]) => to - from >= shortestMs)
    .map((span) => ({ span, text: range(span) }));
  return {
    headline: fillText(texts.watched, { percent }),
    why: done
      ? doneSentence(texts, missing.length)
      : `${fillText(texts.wanted, { percent: formatPercent(locale, watchPercent) })} ${countParts(texts, missing.length)}`,
    missing,
    strip:
      spans.length === 0
        ? fillText(texts.stripEmpty, { length: formatClock(durationMs) })
        : fillText(texts.strip, { parts: spans.map(range).join(", "), length: formatClock(durationMs) }),
  };
}

function doneSentence(texts: WatchTexts, missing: number): string {
  return missing === 0 ? texts.done : `${texts.done} ${texts.doneRest}`;
}

function countParts(texts: WatchTexts, count: number): string {
  if (count === 0) return "";
  return texts.parts[count - 1] ?? fillText(texts.manyParts, { count: String(count) });
}

/** Watched spans as an SVG path of boxes on a strip that is `durationMs` long and 24 high. */
export function stripPath(spans: readonly Span[]): string {
  return spans.length === 0
    ? "M0 0"
    : spans.map(([from, to]) => `M${String(from)} 1h${String(to - from)}v24h-${String(to - from)}z`).join("");
}
