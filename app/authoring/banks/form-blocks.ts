import type { Cloze, Criterion } from "../../../quizzes/engine/model";
import { maybeNumber, numberOf, toleranceTyped, valueOf, withIds } from "./form-fields";
import { joinLine, linesIn } from "./form-lines";
import { answerLine, mistakeLine, readAnswers, readMistakes, readNumberKey } from "./form-numbers";
import type { BadLine, KindForm } from "./form-parts";

interface Block {
  readonly head: readonly string[];
  readonly number: number;
  readonly lines: string[][];
}

/** Blocks of lines, each begun by a line whose first part starts with `#`; lines before the first block are bad. */
function blocksIn(text: string, field: string): { blocks: Block[]; badLines: BadLine[] } {
  const blocks: Block[] = [];
  const badLines: BadLine[] = [];
  for (const { number, parts } of linesIn(text)) {
    const [first = "", ...rest] = parts;
    if (first.startsWith("#")) blocks.push({ head: [first.slice(1).trim(), ...rest], number, lines: [] });
    else if (blocks.length === 0) badLines.push({ field, line: number });
    else blocks.at(-1)?.lines.push(parts);
  }
  return { blocks, badLines };
}

type AnyGap = Cloze["gaps"][number];

/**
 * Gaps are blocks: `# id | choice | weight` with lines `right or wrong | id | text | explanation | share`;
 * `# id | text | weight | case, accents` with lines `share | text or pattern | accepted | feedback`;
 * `# id | number | weight | value | unit | tolerance` with lines of known mistakes.
 */
export const clozeForm: KindForm<"cloze"> = {
  lists: {},
  blank: {},
  write: ({ gaps }) => ({ gaps: gaps.map(gapBlock).join("\n") }),
  read: (typed) => {
    const { blocks, badLines } = blocksIn(valueOf(typed, "gaps"), "gaps");
    const optionIds: string[] = [];
    const gaps = blocks.flatMap((block) => {
      const gap = readGap(block, optionIds);
      if (gap === null) badLines.push({ field: "gaps", line: block.number });
      return gap ?? [];
    });
    return { fields: { gaps }, badLines };
  },
};

function gapBlock(gap: AnyGap): string {
  const weight = gap.weight === undefined ? "" : String(gap.weight);
  const head = [`# ${gap.id}`, gap.kind, weight];
  switch (gap.kind) {
    case "choice":
      return [
        joinLine(head),
        ...gap.options.map(({ id, text, why, share }) =>
          joinLine([id === gap.key ? "right" : "wrong", id, text, why, share === undefined ? "" : String(share)]),
        ),
      ].join("\n");
    case "text": {
      const rules = [gap.caseSensitive ? "case" : "", gap.ignoreAccents ? "" : "accents"].filter(Boolean).join(", ");
      return [joinLine([...head, rules]), ...gap.answers.map(answerLine)].join("\n");
    }
    case "number":
      return [
        joinLine([...head, String(gap.key.value), gap.key.unit, toleranceTyped(gap.key.tolerance)]),
        ...gap.mistakes.map(mistakeLine),
      ].join("\n");
  }
}

/** @param optionIds ids of the options of gaps before: they are unique in the whole question */
function readGap({ head, lines }: Block, optionIds: string[]): Readonly<Record<string, unknown>> | null {
  const [id = "", kind, weight = "", ...rest] = head;
  const base = { id, kind, ...maybeNumber("weight", weight) };
  if (kind === "text") {
    const rules = rest[0] ?? "";
    const comparison = { caseSensitive: rules.includes("case"), ignoreAccents: !rules.includes("accents") };
    return { ...base, answers: readAnswers(lines), ...comparison };
  }
  if (kind === "number") return { ...base, key: readNumberKey(rest), mistakes: readMistakes(lines) };
  if (kind !== "choice") return null;
  const options = withIds(
    lines.map(([, optionId = "", text = "", why = "", share = ""]) => ({
      id: optionId,
      text,
      why,
      ...maybeNumber("share", share),
    })),
    optionIds,
  );
  optionIds.push(...options.map((option) => option.id));
  return { ...base, options, key: options.find((_, i) => lines[i]?.[0] === "right")?.id };
}

/** Criteria are blocks: `# id | text` with lines `points | text | id`, from the lowest level to the highest. */
export const essayForm: KindForm<"essay"> = {
  lists: {},
  blank: { minWords: "50", maxWords: "300" },
  write: ({ rubric, minWords, maxWords, model }) => ({
    rubric: rubric.map(criterionBlock).join("\n"),
    minWords: String(minWords),
    maxWords: String(maxWords),
    model,
  }),
  read: (typed) => {
    const { blocks, badLines } = blocksIn(valueOf(typed, "rubric"), "rubric");
    const rubric = withIds(
      blocks.map(({ head: [id = "", text = ""], lines }) => ({
        id,
        text,
        levels: withIds(
          lines.map(([points = "", words = "", levelId = ""]) => ({
            id: levelId,
            text: words,
            points: numberOf(points),
          })),
        ),
      })),
    );
    const words = { minWords: numberOf(valueOf(typed, "minWords")), maxWords: numberOf(valueOf(typed, "maxWords")) };
    return { fields: { rubric, ...words, model: valueOf(typed, "model") }, badLines };
  },
};

function criterionBlock({ id, text, levels }: Criterion): string {
  const head = joinLine([`# ${id}`, text]);
  return [head, ...levels.map((level) => joinLine([String(level.points), level.text, level.id]))].join("\n");
}
