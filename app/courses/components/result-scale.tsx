import { stepTone } from "../../ui/step-wedge";

/** The wedge laid flat as a scale, with the pass mark. */
export function ResultScale({
  score,
  max,
  passPercent,
  label,
  toPass,
}: {
  score: number;
  max: number;
  passPercent: number;
  label: string;
  toPass: string;
}) {
  // More steps than this can't be told apart.
  const steps = Math.min(40, Math.max(1, Math.round(max / 100)));
  const width = 400;
  const lit = max === 0 ? steps : Math.floor((score * steps) / max);
  const passAt = (width * passPercent) / 100;
  return (
    <div className="scale">
      <svg
        className="step-wedge flat"
        viewBox={`0 0 ${String(width)} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {Array.from({ length: steps }, (_, i) => (
          <rect
            key={stepTone(i + 1, steps)}
            className={i < lit ? "lit" : "rim"}
            x={(i * width) / steps + 1}
            y="1"
            width={width / steps - 2}
            height="38"
            fill={stepTone(i + 1, steps)}
          />
        ))}
      </svg>
      <svg className="scale-ticks" viewBox={`0 0 ${String(width)} 34`} aria-hidden="true" focusable="false">
        <path d={`M${String(passAt)} 0v10`} stroke="currentColor" strokeWidth="2" />
        <text x={Math.min(width - 48, Math.max(48, passAt))} y="27" textAnchor="middle">
          {toPass}
        </text>
      </svg>
    </div>
  );
}
