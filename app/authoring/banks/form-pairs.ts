import type { Label } from "../../../quizzes/engine/model";
import { readRows, type Row, type Typed, valueOf, withIds, writeRows } from "./form-fields";
import { joinLine, linesIn } from "./form-lines";
import { good, type KindForm } from "./form-parts";

const pairParts = ["id", "text", "rightId", "right"];

/** Labels typed as lines: `id | text`, or the text alone. */
export function readLabelLines(text: string): Label[] {
  return linesIn(text).map(({ parts: [first = "", second] }) =>
    second === undefined ? { id: "", text: first } : { id: first, text: second },
  );
}

/** A partner that several rows share is typed in each of them; the same text is the same label. */
function rightLabels(
  rows: readonly Row[],
  distractors: readonly Label[],
): { right: Label[]; idOf: Map<string, string> } {
  const known = new Map<string, string>();
  const ids = new Set<string>();
  for (const { right: text = "", rightId = "" } of rows) {
    if (known.has(text)) continue;
    // Two rows that shared a partner and now differ can't both keep its id.
    known.set(text, ids.has(rightId) ? "" : rightId);
    ids.add(rightId);
  }
  const right = withIds([...[...known].map(([text, id]) => ({ id, text })), ...distractors]);
  return { right, idOf: new Map(right.map(({ id, text }) => [text, id])) };
}

export const matchingForm: KindForm<"matching"> = {
  lists: { pairs: pairParts },
  blank: writeRows("pairs", [{}, {}, {}]),
  write: ({ left, right, key }) => {
    const used = new Set(Object.values(key));
    const textOf = (id: string | undefined) => right.find((label) => label.id === id)?.text ?? "";
    return {
      ...writeRows(
        "pairs",
        left.map(({ id, text }) => ({ id, text, rightId: key[id] ?? "", right: textOf(key[id]) })),
      ),
      distractors: right
        .filter(({ id }) => !used.has(id))
        .map(({ id, text }) => joinLine([id, text]))
        .join("\n"),
    };
  },
  read: (typed: Typed) => {
    const rows = readRows(typed, "pairs", pairParts).filter((row) => row["text"] !== "" || row["right"] !== "");
    const { right, idOf } = rightLabels(rows, readLabelLines(valueOf(typed, "distractors")));
    const left = withIds(rows.map((row) => ({ id: row["id"] ?? "", text: row["text"] ?? "" })));
    const key = Object.fromEntries(left.map(({ id }, i) => [id, idOf.get(rows[i]?.["right"] ?? "") ?? ""]));
    return good({ left, right, key });
  },
};
