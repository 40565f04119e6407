/**
 * The step wedge: one step per lesson, its height the position, its tone the step's own grey; a done lesson lights its
 * step. Drawn as SVG attributes, because still pages allow no inline style.
 */

export interface Step {
  readonly id: string;
  /** "done", "open", or the mark that the server fills with one of them. */
  readonly state: string;
  /** The first lesson of a module stands a little apart. */
  readonly startsModule: boolean;
  readonly isHere?: boolean;
}

const low = [100, 115, 126] as const;
const high = [244, 248, 249] as const;

/** Tone of step `i` of `n` (1-based), from the darkest to the lightest. */
export function stepTone(i: number, n: number): string {
  const share = n <= 1 ? 1 : (i - 1) / (n - 1);
  return `#${low.map((from, c) => Math.round(from + ((high[c] ?? 255) - from) * share).toString(16).padStart(2, "0")).join("")}`;
}

const unit = 12;
const gap = 6;

/** @param label the whole sentence, such as "6 of 14 lessons done. Next: lesson 7, Dose length product". */
export function StepWedge({ steps, label, size = "m" }: { steps: readonly Step[]; label: string; size?: "s" | "m" | "l" }) {
  const n = steps.length;
  const gaps = steps.map((step, i) => (step.startsModule && i > 0 ? 1 : 0));
  const before = (i: number) => gaps.slice(0, i + 1).reduce((sum: number, g) => sum + g, 0);
  const width = n * unit + before(n - 1) * gap;
  return (
    <svg className={`step-wedge ${size}`} viewBox={`0 0 ${String(width)} 48`} preserveAspectRatio="none" role="img" aria-label={label}>
      {steps.map((step, i) => {
        const height = 11.5 + (36.5 * (i + 1)) / n;
        return (
          <rect
            key={step.id}
            className={`step ${step.state}${step.isHere ? " here" : ""}`}
            x={i * unit + before(i) * gap + 1}
            y={48 - height}
            width={unit - 2}
            height={height}
            fill={stepTone(i + 1, n)}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

/** One step turned on its side, for a row of the outline. */
export function SideStep({ i, n, state, isHere }: { i: number; n: number; state: string; isHere: boolean }) {
  return (
    <svg className="side-step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect
        className={`step ${state}${isHere ? " here" : ""}`}
        x="0"
        y="0"
        width={16 + (84 * i) / n}
        height="10"
        fill={stepTone(i, n)}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
