/** A share from 0 to 1 as a bar in a table's cell; the number stands beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className="hb" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <path className="ground" d="M0 0h100v12H0z" />
      <path className="bar" d={`M0 2H${(share * 100).toFixed(1)}V10H0z`} />
    </svg>
  );
}
