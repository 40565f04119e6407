/** The site's mark: five steps of the wedge on film. */
export function Mark() {
  const tones = ["#64737e", "#8b98a1", "#b0bbc2", "#d4dce0", "#f4f8f9"];
  return (
    <svg viewBox="0 0 36 24" aria-hidden="true" focusable="false">
      <rect width="36" height="24" fill="#0d141a" />
      {tones.map((tone, i) => (
        <rect key={tone} x={4 + i * 5.8} y={16 - i * 3} width="4.8" height={4 + i * 3} fill={tone} />
      ))}
    </svg>
  );
}
