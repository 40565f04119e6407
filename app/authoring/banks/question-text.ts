import type { Question } from "../../../quizzes/engine/model";

/** Every text and setting of a question, one per line, as "place: text": what a comparison of two revisions compares. */
function linesOf(question: Question): { readonly place: string; readonly text: string }[] {
  const lines: { place: string; text: string }[] = [];
  collect(question, "", lines);
  return lines;
}

function collect(value: unknown, place: string, lines: { place: string; text: string }[]): void {
  if (value === null || typeof value !== "object") {
    lines.push({ place, text: typeof value === "string" ? value : JSON.stringify(value) });
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((entry: unknown, i) => {
      collect(entry, `${place} ${nameOf(entry) ?? String(i + 1)}`.trim(), lines);
    });
    return;
  }
  for (const [name, entry] of Object.entries(value)) {
    if (name === "id" && place !== "") continue;
    collect(entry, `${place} ${name}`.trim(), lines);
  }
}

/** Entries of a list are found again by their id, so that moving one isn't a change of all. */
function nameOf(entry: unknown): string | null {
  if (typeof entry !== "object" || entry === null || !("id" in entry) || typeof entry.id !== "string") return null;
  return entry.id;
}

export interface ChangedLine {
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two revisions, in the order of the newer one; what was taken away comes last. */
export function changedLines(before: Question, after: Question): ChangedLine[] {
  const old = new Map(linesOf(before).map(({ place, text }) => [place, text]));
  const now = new Map(linesOf(after).map(({ place, text }) => [place, text]));
  const changed = [...now]
    .filter(([place, text]) => old.get(place) !== text)
    .map(([place, text]) => ({ place, before: old.get(place) ?? null, after: text }));
  const gone = [...old]
    .filter(([place]) => !now.has(place))
    .map(([place, text]) => ({ place, before: text, after: null }));
  return [...changed, ...gone];
}
