/** A share as a bar, in percent of its length; the figure stands beside it in words. */
export function ShareBar({ from = 0, to, isBad = false }: { from?: number; to: number; isBad?: boolean }) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return (
    <svg className="hb" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <path className="ground" d={from === 0 ? "M0 0h100v12H0z" : "M0 5.5h100v1H0zM49.5 0h1v12h-1z"} />
      <path className={isBad ? "bad" : "bar"} d={`M${left.toFixed(1)} 2H${right.toFixed(1)}V10H${left.toFixed(1)}z`} />
    </svg>
  );
}
