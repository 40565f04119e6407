import type { LessonKind } from "../manifest";

const drawings: Record<LessonKind, string> = {
  reading: "M4 2.5h8.5L16 6v11.5H4zM7 9h6M7 12h6M7 15h4",
  webinar: "M2.5 4h15v12h-15zM8.5 7.5v5l4-2.5z",
  quiz: "M3 3.5h4v4H3zM3 12.5h4v4H3zM10.5 5.5H17M10.5 14.5H17",
  evaluation: "M4 2.5h12v15H4zM7 10l2 2 4-4.5",
};

/** Stands beside the word that names the kind. */
export function KindIcon({ kind }: { kind: LessonKind }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[kind]} />
    </svg>
  );
}
