import type { Row } from "./results";

/** The figures that the project promises, by measurement. One list: docs/performance.md explains each. */
export interface Figure {
  /** The value must reach this … */
  readonly atLeast?: number;
  /** … or stay below this. */
  readonly atMost?: number;
  /** Milliseconds. */
  readonly p95AtMost?: number;
}

const figures: Readonly<Record<string, Figure>> = {
  home: { atLeast: 2000 },
  catalogue: { atLeast: 2000 },
  track: { atLeast: 2000 },
  verify: { atLeast: 2000 },
  lesson: { atLeast: 1500, p95AtMost: 15 },
  "track-signed-in": { atLeast: 500 },
  "my-learning": { atLeast: 500 },
  answers: { atLeast: 500, p95AtMost: 20 },
  watch: { atLeast: 1500 },
  "sitting-1": { atMost: 60 },
  "sitting-8": { atLeast: 40 },
  "pdf-making": { atLeast: 50 },
  "pdf-download": { atMost: 100 },
  "mark-paper": { atMost: 1 },
  "draw-paper": { atMost: 5 },
  "import-time": { atMost: 2000 },
  "import-memory": { atMost: 300 },
  "item-statistics": { atMost: 1500 },
  "editor-open": { atMost: 300 },
  "editor-step": { atMost: 30 },
  "editor-lesson": { atMost: 30 },
  "editor-publish": { atMost: 3000 },
  start: { atMost: 3000 },
  "second-start": { atMost: 5000 },
  "memory-before": { atMost: 220 },
  "memory-after": { atMost: 350 },
  "weight-reading-bytes": { atMost: 120 },
  "weight-reading-requests": { atMost: 12 },
  "weight-reading-script": { atMost: 30 },
  "weight-webinar-script": { atMost: 110 },
  "weight-webinar-player": { atMost: 160 },
  "weight-reading-lcp": { atMost: 1000 },
  "weight-reading-cls": { atMost: 0.02 },
};

/** Says whether a row reaches its figure. A wrong answer counts for nothing, however fast it came. */
export function judge(measured: Row): Row {
  const figure = figures[measured.name];
  const text = figure === undefined ? "" : describe(figure);
  return { ...measured, figure: text, verdict: verdictOf(measured, figure) };
}

const anything = { atLeast: -Infinity, atMost: Infinity, p95AtMost: Infinity };

function verdictOf({ faults, value, p95 }: Row, figure: Figure | undefined): Row["verdict"] {
  if (faults > 0 || value === null) return "faulty";
  if (figure === undefined) return "no figure";
  const { atLeast, atMost, p95AtMost } = { ...anything, ...figure };
  return value >= atLeast && value <= atMost && (p95 ?? 0) <= p95AtMost ? "reached" : "missed";
}

function describe({ atLeast, atMost, p95AtMost }: Figure): string {
  const parts = [
    atLeast === undefined ? "" : `>= ${String(atLeast)}`,
    atMost === undefined ? "" : `<= ${String(atMost)}`,
    p95AtMost === undefined ? "" : `p95 <= ${String(p95AtMost)} ms`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
