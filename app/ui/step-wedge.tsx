/**
 * The step wedge: one step per lesson, its height the position, its tone the step's own grey; a done lesson lights its
 * step. Drawn as SVG attributes, because still pages allow no inline style.
 */

export interface Step {
  readonly id: string;
  /** Whether the step is lit. On a still page leave it out: a class of the page says which steps are (`litSteps`). */
  readonly isDone?: boolean;
  /** The first lesson of a module stands a little apart. */
  readonly startsModule: boolean;
  readonly isHere?: boolean;
}

/**
 * Which steps are lit, as one class list for an element around a wedge or an outline: "lit-1 lit-4". One mark of a
 * still page then carries the whole progress (ui/styles/wedge.css holds the rules for 60 steps).
 */
export function litSteps(isDone: readonly boolean[]): string {
  return isDone.flatMap((done, i) => (done ? [`lit-${String(i + 1)}`] : [])).join(" ");
}

const low = [100, 115, 126] as const;
const high = [244, 248, 249] as const;

/** Tone of step `i` of `n` (1-based), from the darkest to the lightest. */
export function stepTone(i: number, n: number): string {
  const share = n <= 1 ? 1 : (i - 1) / (n - 1);
  return `#${low
    .map((from, c) =>
      Math.round(from + ((high[c] ?? 255) - from) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

const unit = 12;
const gap = 6;

/** @param label the whole sentence, such as "6 of 14 lessons done. Next: lesson 7, Dose length product". */
export function StepWedge({
  steps,
  label,
  size = "m",
}: {
  steps: readonly Step[];
  label: string;
  size?: "s" | "m" | "l";
}) {
  const n = steps.length;
  const gaps = steps.map((step, i) => (step.startsModule && i > 0 ? 1 : 0));
  const before = (i: number) => gaps.slice(0, i + 1).reduce((sum: number, g) => sum + g, 0);
  const width = n * unit + before(n - 1) * gap;
  return (
    <svg
      className={`step-wedge ${size}`}
      viewBox={`0 0 ${String(width)} 48`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {steps.map((step, i) => {
        const height = 11.5 + (36.5 * (i + 1)) / n;
        return (
          <StepShape
            key={step.id}
            place={i + 1}
            tone={stepTone(i + 1, n)}
            isDone={step.isDone === true}
            isHere={step.isHere === true}
            box={{ x: i * unit + before(i) * gap + 1, y: 48 - height, width: unit - 2, height }}
          />
        );
      })}
    </svg>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The outline of a step, and over it its light, which shows once the step is done. */
function StepShape(props: { place: number; tone: string; isDone: boolean; isHere: boolean; box: Box }) {
  return (
    <g className={`step s-${String(props.place)}${props.isDone ? " done" : ""}${props.isHere ? " here" : ""}`}>
      <rect className="light" {...props.box} fill={props.tone} />
      <rect className="rim" {...props.box} vectorEffect="non-scaling-stroke" />
    </g>
  );
}

/** One step turned on its side, for a row of the outline. */
export function SideStep({ i, n, isHere }: { i: number; n: number; isHere: boolean }) {
  return (
    <svg className="side-step" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <StepShape
        place={i}
        tone={stepTone(i, n)}
        isDone={false}
        isHere={isHere}
        box={{ x: 0, y: 0, width: 16 + (84 * i) / n, height: 10 }}
      />
    </svg>
  );
}
