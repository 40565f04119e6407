import type { AcceptedText } from "../engine/model";

const signsOfPatterns = /[\\.|()[\]?*+{}^$]/g;

/** Moodle's accepted text: `*` stands for anything, `\*` for the sign. With a `*` it becomes a pattern. */
export function acceptedOf(text: string): Pick<AcceptedText, "match" | "text"> {
  const parts = text
    .trim()
    .split(/(?<!\\)\*/)
    .map((part) => part.replace(/\\\*/g, "*"));
  const [only = ""] = parts;
  if (parts.length === 1) return { match: "text", text: only };
  return { match: "pattern", text: parts.map((part) => part.replace(signsOfPatterns, "\\$&")).join(".*") };
}

/** The accepted text as Moodle writes it; null for a pattern that says more than "anything". */
export function wildcardOf({ match, text }: Pick<AcceptedText, "match" | "text">): string | null {
  if (match === "text") return text.replace(/\*/g, "\\*");
  const parts = text.split(/(?<!\\)\.\*/);
  const plain = parts.map((part) => part.replace(/\\([\\.|()[\]?*+{}^$])/g, "$1"));
  const back = plain.map((part) => part.replace(signsOfPatterns, "\\$&")).join(".*");
  return back === text ? plain.map((part) => part.replace(/\*/g, "\\*")).join("*") : null;
}
