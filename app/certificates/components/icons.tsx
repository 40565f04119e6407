const paths = {
  check: "m3.5 10.5 4.5 4.5L16.5 5.5",
  cross: "m4.5 4.5 11 11M15.5 4.5l-11 11",
  clock: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 6v4.5l3 1.8",
  down: "M10 3v11M5 9.5l5 5 5-5M3.5 17.5h13",
  next: "M3 10h13M11 5l5 5-5 5",
} as const;
export type IconName = keyof typeof paths;

/** A sign beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
