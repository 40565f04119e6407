import type { Option, Question, ScriptConcordance } from "../../engine/model";
import { choices, response, type WriteContext, type Written } from "./write-kinds";
import { declaration, mapping, mapResponse } from "./write-scoring";
import { plain } from "./write-xml";

/** Five choices; what the panel said most often earns all, the others in proportion. */
export function writeConcordance(question: ScriptConcordance, context: WriteContext): Written {
  const { q, html } = context;
  const { panel, hypothesis, finding } = question;
  const most = Math.max(1, ...panel);
  const names = ["much less likely", "less likely", "neither less nor more likely", "more likely", "much more likely"];
  const options = names.map(
    (text, index): Option => ({ id: `answer-${String(index - 2).replace("-", "minus-")}`, text, why: "" }),
  );
  const key = options[panel.indexOf(Math.max(...panel))]?.id ?? "";
  const points = options.map(({ id }, index) => [id, (panel[index] ?? 0) / most] as const);
  context.lost(
    "that a panel scores the answer",
    "other programs see a single choice; ours reads the panel beside the item",
  );
  return {
    declarations: declaration(
      q,
      { id: response, cardinality: "single", baseType: "identifier", correct: [key] },
      mapping(q, points),
    ),
    body: plain("div", {}, html(hypothesis)) + plain("div", {}, html(finding)) + choices(context, options, 1, false),
    scoring: mapResponse(q, response),
    whys: false,
  };
}

/** Kinds that QTI can show but not mark: other programs see the question without a key. */
export function writeUnscored(
  question: Extract<Question, { kind: "likert" | "calculated" }>,
  context: WriteContext,
): Written {
  const { q } = context;
  const isRating = question.kind === "likert";
  const of = { id: response, cardinality: "single", baseType: isRating ? "identifier" : "float", correct: [] };
  if (isRating)
    context.lost(
      "that the question is a rating",
      "other programs see a choice without a key; ours reads it beside the item",
    );
  else
    context.lost("variables and formula", "other programs see a field without a key; ours reads them beside the item");
  const options = isRating ? question.scale.map((label): Option => ({ ...label, why: "" })) : [];
  const field = plain("p", {}, q("textEntryInteraction", { responseIdentifier: response, expectedLength: 12 }));
  return {
    declarations: declaration(q, of),
    body: isRating ? choices(context, options, 1, false) : field,
    scoring: "",
    whys: false,
  };
}
