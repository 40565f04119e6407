import type { ReactNode } from "react";

/** A part that scrolls sideways by itself, such as a wide table: it has a name and takes the focus, so that keys scroll it. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      className={className === undefined ? "scroll" : `scroll ${className}`}
      role="region"
      aria-label={label}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1); the rule doesn't know of scrolling.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
    >
      {children}
    </div>
  );
}
