import { hasRegionList } from "../engine/mark-hotspot";
import type { Question } from "../engine/model";
import { checkMarkdown } from "./check-markdown";

/** Reports what an imported question can't show to everybody: pictures, links, and a picture without a list of places. */
export function reportShown(
  question: Question,
  hasPicture: (name: string) => boolean,
  lost: (what: string, why: string) => void,
): void {
  checkMarkdown(question, hasPicture, lost);
  if (question.kind === "hotspot" && !hasRegionList(question))
    lost("a list for people who can't point", "the source names targets only; two more places make one");
}
