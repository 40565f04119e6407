import type {
  Essay,
  Matching,
  MultipleChoice,
  Option,
  Ordering,
  ShortText,
  SingleChoice,
  TrueFalse,
} from "../../engine/model";
import { itemsInFileOrder, rightInFileOrder } from "../part-names";
import { wildcardOf } from "../wildcards";
import type { MoodleWriter } from "./moodle-writer";
import { oddKeys, plainCriterion } from "./read-choices";
import { type Attributes, element, plain } from "./xml-writer";

/** What a kind adds to the frame of a question. */
export interface Written {
  readonly type: string;
  readonly parts: readonly string[];
  readonly attributes?: Attributes;
  /** The stem where it isn't the question's own. */
  readonly stem?: string;
  readonly finishStem?: (html: string) => string;
}

// Moodle takes these parts of a mark (with either sign) and refuses others.
const moodleShares = new Set([0, 5, 10, 11, 12.5, 13, 14, 17, 20, 25, 30, 33, 40, 50, 60, 67, 70, 75, 80, 83, 90, 100]);

function checkShares(shares: readonly number[], writer: MoodleWriter): void {
  for (const share of shares) {
    if (moodleShares.has(Math.abs(share))) continue;
    writer.lost(
      `the share ${String(share)} %`,
      "it is written, but Moodle takes a list of grades only and refuses or rounds others",
    );
  }
}

/** Thirds and the like with the decimals that Moodle knows them by. */
function fraction(share: number): number {
  const exact = [3, 6, 7, 8, 9].flatMap((whole) =>
    Array.from({ length: whole - 1 }, (_, index) => (100 * (index + 1)) / whole),
  );
  const near = exact.find((value) => Math.round(value) === Math.abs(share) && moodleShares.has(Math.abs(share)));
  return near === undefined || (moodleShares.has(share) && share % 5 === 0) ? share : Math.sign(share) * near;
}

export function writeSingle({ options, key }: SingleChoice, writer: MoodleWriter): Written {
  checkShares(
    options.flatMap(({ share }) => share ?? []),
    writer,
  );
  const answers = options.map((option) =>
    writer.htmlAnswer(option.id === key ? 100 : fraction(option.share ?? 0), option.text, option.why),
  );
  const first = options.findIndex((option) => option.id === key || option.share === 100);
  const position = options.findIndex(({ id }) => id === key);
  const single = plain("single", "true", { keys: first === position ? "" : String(position) });
  return { type: "multichoice", parts: [single, plain("shuffleanswers", "true"), ...answers] };
}

export function writeMultiple(question: MultipleChoice, writer: MoodleWriter): Written {
  const { options, keys, rule } = question;
  if (rule === "all-or-nothing")
    writer.lost("the rule all-or-nothing", "Moodle gives part of the mark for part of the set");
  if (rule === "weights")
    checkShares(
      options.flatMap(({ share }) => share ?? []),
      writer,
    );
  const wrong = rule === "penalty" ? Math.max(1, options.length - keys.length) : 1;
  const earned = (option: Option) =>
    rule === "weights" ? fraction(option.share ?? 0) : keys.includes(option.id) ? 100 / keys.length : -100 / wrong;
  const single = plain("single", "false", rule === "weights" ? { keys: oddKeys(question) } : { rule });
  return {
    type: "multichoice",
    parts: [
      single,
      plain("shuffleanswers", "true"),
      ...options.map((option) => writer.htmlAnswer(earned(option), option.text, option.why)),
    ],
  };
}

export function writeTrueFalse({ key, why }: TrueFalse, writer: MoodleWriter): Written {
  const parts = [writer.answer(key ? 100 : 0, "true", why.true), writer.answer(key ? 0 : 100, "false", why.false)];
  return { type: "truefalse", parts };
}

export function writeShortText(question: ShortText, writer: MoodleWriter): Written | null {
  if (question.ignoreAccents) writer.lost("that accents don't count", "Moodle compares them");
  checkShares(
    question.answers.map(({ share }) => share),
    writer,
  );
  const answers = question.answers.flatMap((answer) => {
    const text = wildcardOf(answer);
    if (text !== null) return [writer.answer(fraction(answer.share), text, answer.feedback)];
    writer.lost(`the pattern "${answer.text}"`, "Moodle has the sign * for anything and no other pattern");
    return [];
  });
  if (!question.answers.some((answer) => answer.share === 100 && wildcardOf(answer) !== null)) {
    writer.lost("the whole question", "no answer with the whole mark can be written");
    return null;
  }
  const usecase = plain("usecase", question.caseSensitive ? "1" : "0", {
    accents: question.ignoreAccents ? "ignore" : "",
  });
  return { type: "shortanswer", parts: [usecase, ...answers] };
}

export function writeMatching(question: Matching, writer: MoodleWriter): Written {
  const text = (id: string | undefined) => question.right.find((label) => label.id === id)?.text ?? "";
  const partners = Object.values(question.key);
  // Moodle shows answers as plain text; the Markdown is kept in it.
  const pair = (left: string, right: string) =>
    element(
      "subquestion",
      { format: "html" },
      `${writer.inner(left)}${element("answer", { format: "markdown" }, plain("text", right))}`,
    );
  return {
    type: "matching",
    parts: [
      plain("shuffleanswers", "true"),
      ...question.left.map((label) => pair(label.text, text(question.key[label.id]))),
      ...rightInFileOrder(question)
        .filter(({ id }) => !partners.includes(id))
        .map((label) => pair("", label.text)),
    ],
  };
}

export function writeOrdering(question: Ordering, writer: MoodleWriter): Written {
  const answers = itemsInFileOrder(question).map((item, index) =>
    element("answer", { fraction: String(index + 1), format: "html" }, writer.inner(item.text)),
  );
  return {
    type: "ordering",
    parts: [
      plain("layouttype", "VERTICAL"),
      plain("selecttype", "ALL"),
      plain("selectcount", "0"),
      plain("gradingtype", "RELATIVE_NEXT_EXCLUDE_LAST"),
      plain("showgrading", "SHOW"),
      ...answers,
    ],
  };
}

export function writeEssay(question: Essay, writer: MoodleWriter): Written {
  if (JSON.stringify(question.rubric) !== JSON.stringify([plainCriterion])) {
    writer.lost("the rubric", "it is written, but Moodle's question files have none and skip it");
  }
  const criteria = question.rubric.map((criterion) => {
    const levels = criterion.levels.map((level) => writer.html("level", level.text, { points: String(level.points) }));
    return element("criterion", { format: "html" }, `${writer.inner(criterion.text)}${levels.join("")}`);
  });
  return {
    type: "essay",
    parts: [
      plain("responseformat", "editor"),
      plain("responserequired", "1"),
      plain("responsefieldlines", "15"),
      ...(question.minWords > 0 ? [plain("minwordlimit", question.minWords)] : []),
      ...(question.maxWords < 5_000 ? [plain("maxwordlimit", question.maxWords)] : []),
      plain("attachments", "0"),
      writer.html("graderinfo", question.model),
      ...criteria,
    ],
  };
}
