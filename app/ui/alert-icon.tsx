/** A triangle with a bar: stands beside the words of an error. */
export function AlertIcon() {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M10 2.5 18.5 17.5h-17zM10 8v4.5M10 14.2v1.3" />
    </svg>
  );
}
