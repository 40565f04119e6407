import type { Cloze } from "../../engine/model";
import { hasWhy, reportTexts, type WriteContext, type Written } from "./write-kinds";
import { addNumber, addPart, declaration, mapping, textMapping } from "./write-scoring";
import { xmlId, xmlText } from "./write-xml";

/** Fields in the text. Their places are found by marks that no Markdown changes. */
export function writeCloze({ gaps, stem }: Cloze, context: WriteContext): Written {
  const total = gaps.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const parts = gaps.map((gap) => writeGap(gap, context, (gap.weight ?? 1) / total));
  const marked = stem.replace(/\[\[([a-z0-9-]+)\]\]/g, (whole, id: string) => {
    const at = gaps.findIndex((gap) => gap.id === id);
    return at === -1 ? whole : `\ue100${String(at)}\ue101`;
  });
  const html = context.html(marked).replace(/\ue100(\d+)\ue101/g, (_, at: string) => parts[Number(at)]?.field ?? "");
  return {
    declarations: parts.map((part) => part.declaration).join(""),
    stem: html,
    body: "",
    scoring: parts.map((part) => part.scoring).join(""),
    whys: false,
  };
}

function writeGap(gap: Cloze["gaps"][number], context: WriteContext, weight: number) {
  const { q, html } = context;
  const id = xmlId(gap.id);
  const entry = q("textEntryInteraction", { responseIdentifier: id, expectedLength: 15 });
  const scoring = addPart(q, weight, q("mapResponse", { identifier: id }));
  const of = (baseType: string, correct: readonly string[]) => ({ id, cardinality: "single", baseType, correct });
  switch (gap.kind) {
    case "choice": {
      const key = xmlId(gap.key);
      const options = gap.options.map((option) =>
        q("inlineChoice", { identifier: xmlId(option.id) }, html(option.text)),
      );
      if (hasWhy(gap.options))
        context.lost(
          "why an option of a gap is right or wrong",
          "other programs don't see it; ours reads it beside the item",
        );
      const map = mapping(q, [[key, 1]]);
      const field = q("inlineChoiceInteraction", { responseIdentifier: id, shuffle: true }, ...options);
      return { declaration: declaration(q, of("identifier", [key]), map), field, scoring };
    }
    case "text": {
      reportTexts(gap, context);
      const right = gap.answers.filter(
        ({ match, share, text }) => match === "text" && share === 100 && text.trim() !== "",
      );
      const map = textMapping(q, gap.answers, gap.caseSensitive, (text) => text);
      return {
        declaration: declaration(
          q,
          of(
            "string",
            right.slice(0, 1).map(({ text }) => xmlText(text)),
          ),
          map,
        ),
        field: entry,
        scoring,
      };
    }
    case "number": {
      const { value, tolerance, unit } = gap.key;
      if (unit !== "1")
        context.lost(`the unit ${unit} of a gap`, "other programs see a number; ours reads it beside the item");
      if (gap.mistakes.length > 0)
        context.lost("known mistakes", "other programs don't see them; ours reads them beside the item");
      const text = declaration(q, of("float", [String(value)]));
      return { declaration: text, field: entry, scoring: addNumber(q, id, value, tolerance, weight) };
    }
  }
}
