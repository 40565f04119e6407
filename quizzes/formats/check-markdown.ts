import type { Question } from "../engine/model";

type Lost = (what: string, why: string) => void;

/** Fields that hold Markdown, wherever in a question they stand. */
const fields = new Set(["stem", "explanation", "text", "why", "feedback", "hypothesis", "finding", "model"]);

/** Every Markdown text of a question. What is compared with typed answers is none. */
function textsOf(value: unknown, name: string, isAccepted: boolean): string[] {
  if (typeof value === "string") {
    const isText = isAccepted ? name === "feedback" : fields.has(name) || name === "true" || name === "false";
    return isText ? [value] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([inner, entry]) =>
    textsOf(entry, Array.isArray(value) ? name : inner, isAccepted || name === "answers"),
  );
}

/** The text without what means nothing to Markdown: escaped signs, code and formulas. */
const bare = (markdown: string) =>
  markdown
    .replace(/\\[\s\S]/g, "  ")
    .replace(/(`+)[\s\S]*?\1/g, "")
    .replace(/\$[^$]*\$/g, "");

const picturesAndLinks = /(!?)\[([^[\]]*)\]\(\s*<?([^\s)>]*)[^)]*\)/g;

/**
 * Reports what a question's texts name and don't show: pictures from elsewhere, pictures that the file doesn't hold, and
 * links. Their descriptions and words stay.
 */
export function checkMarkdown(question: Question, hasPicture: (name: string) => boolean, lost: Lost): void {
  for (const text of textsOf(question, "", false)) {
    for (const [, bang, , address = ""] of bare(text).matchAll(picturesAndLinks)) {
      const short = address.slice(0, 80);
      if (bang === "")
        lost(`the link to "${short}"`, "texts of questions have no links; its address stands in the text");
      else if (!address.startsWith("picture:"))
        lost(
          `the picture "${short}"`,
          "only pictures inside the file are taken, none from elsewhere; its description stays",
        );
      else if (!hasPicture(address.slice("picture:".length)))
        lost(
          `the picture "${address.slice("picture:".length)}"`,
          "the file doesn't hold it; the question still names it",
        );
    }
  }
}
