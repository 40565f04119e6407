import type { Option } from "../../engine/model";
import { type Body, ItemLost } from "../collector";
import { partId } from "../question-id";
import { attribute, childrenOf, type Element } from "../qti/xml";
import { acceptedOf } from "../wildcards";
import { type MoodleItem, requireWhole, shareOf } from "./moodle-item";

function optionsOf(item: MoodleItem): { option: Option; share: number }[] {
  return item.children("answer").map((answer, index) => ({
    option: { id: partId(index), text: item.markdown(answer), why: item.feedback(answer) },
    share: shareOf(answer, -100),
  }));
}

/** An option with its share where it isn't nothing. */
function shared({ option, share }: { option: Option; share: number }): Option {
  return share === 0 ? option : { ...option, share };
}

/** The option that earns most is the key; the others keep what they earn. */
function singleOf(options: readonly { option: Option; share: number }[], written: string): Body {
  const best = options.reduce((most, { share }) => Math.max(most, share), -100);
  const key =
    options.find(({ share }, index) => share === best && written === String(index)) ??
    options.find(({ share }) => share === best);
  if (key === undefined || best !== 100) throw new ItemLost("the whole question", "no option earns the whole mark");
  return {
    kind: "single",
    options: options.map((entry) => (entry === key ? entry.option : shared(entry))),
    key: key.option.id,
  };
}

export function readMultichoice(item: MoodleItem): Body {
  const options = optionsOf(item);
  const single = item.value("single").toLowerCase();
  if (single === "" || single === "1" || single === "true")
    return singleOf(options, attribute(item.child("single") ?? item.element, "keys"));
  const rule = attribute(item.child("single") ?? item.element, "rule");
  const keys = options.filter(({ share }) => share > 0).map(({ option }) => option.id);
  if (rule === "penalty" || rule === "all-or-nothing") {
    return { kind: "multiple", options: options.map(({ option }) => option), keys, rule };
  }
  return {
    kind: "multiple",
    options: options.map(({ option, share }) => ({ ...option, share })),
    keys:
      keysBeside(
        options.map(({ option }) => option),
        attribute(item.child("single") ?? item.element, "keys"),
      ) ?? keys,
    rule: "weights",
  };
}

/** Other programs know the key by its shares: positions of the right options where those say something else. */
export function oddKeys({ options, keys }: { options: readonly Option[]; keys: readonly string[] }): string {
  const isUsual = options.every(({ id, share = 0 }) => share > 0 === keys.includes(id));
  return isUsual ? "" : keys.map((key) => options.findIndex(({ id }) => id === key)).join(" ");
}

/** The key that our writer put beside the options; null when there is none. */
export function keysBeside(options: readonly { readonly id: string }[], written: string): string[] | null {
  if (written === "") return null;
  return written.split(" ").flatMap((position) => options[Number(position)]?.id ?? []);
}

/** The plugin "all-or-nothing multiple choice": answers are right or not. */
export function readMultichoiceSet(item: MoodleItem): Body {
  const options = optionsOf(item);
  const keys = options.filter(({ share }) => share > 0).map(({ option }) => option.id);
  return { kind: "multiple", options: options.map(({ option }) => option), keys, rule: "all-or-nothing" };
}

export function readTrueFalse(item: MoodleItem): Body {
  const answer = (word: string) => item.children("answer").find((a) => item.raw(a).toLowerCase() === word);
  const [yes, no] = [answer("true"), answer("false")];
  if (yes === undefined || no === undefined)
    throw new ItemLost("the whole question", "it lacks the answer true or false");
  const key = shareOf(yes, 0) > shareOf(no, 0);
  return { kind: "true-false", key, why: { true: item.feedback(yes), false: item.feedback(no) } };
}

export function readShortAnswer(item: MoodleItem): Body {
  const answers = item.children("answer").map((answer) => {
    if (shareOf(answer, -100) < 0) item.lost("a negative mark for an answer", "a typed answer costs nothing here");
    return {
      ...acceptedOf(item.raw(answer)),
      share: shareOf(answer, 0),
      feedback: item.feedback(answer),
    };
  });
  requireWhole(answers.map(({ share }) => share));
  const ignoreAccents = attribute(item.child("usecase") ?? item.element, "accents") === "ignore";
  return { kind: "short-text", answers, caseSensitive: item.flag("usecase"), ignoreAccents };
}

export function readMatching(item: MoodleItem): Body {
  const left: { id: string; text: string }[] = [];
  const right = new Map<string, string>();
  const key: Record<string, string> = {};
  for (const sub of item.children("subquestion")) {
    const [answer] = childrenOf(sub, "answer");
    const text = item.markdown(sub);
    const partner =
      answer === undefined ? "" : item.formatted(answer, item.raw(answer), attribute(answer, "format") || "plain_text");
    if (partner === "") {
      if (text !== "") item.lost(`the label "${text.slice(0, 60)}"`, "it has no partner");
      continue;
    }
    const id = right.get(partner) ?? partId(right.size);
    right.set(partner, id);
    if (text === "") continue;
    key[partId(left.length)] = id;
    left.push({ id: partId(left.length), text });
  }
  return { kind: "matching", left, right: [...right].map(([text, id]) => ({ id, text })), key };
}

export function readOrdering(item: MoodleItem): Body {
  const place = (answer: Element) => Number(attribute(answer, "fraction") || "0");
  const sorted = item.children("answer").sort((a, b) => place(a) - place(b));
  const items = sorted.map((answer, index) => ({ id: partId(index), text: item.markdown(answer) }));
  const grading = item.value("gradingtype");
  if (!["", "RELATIVE_NEXT_EXCLUDE_LAST", "1"].includes(grading)) {
    item.lost(
      `the grading type ${grading}`,
      "an order is marked by its neighbours: the share of items with the right successor",
    );
  }
  const select = item.value("selecttype");
  if (!["", "ALL", "0"].includes(select)) {
    item.lost(`${item.value("selectcount")} items to be drawn (${select})`, "all items are asked");
  }
  return { kind: "ordering", items, key: items.map(({ id }) => id) };
}

function words(item: MoodleItem, name: string, absent: number): number {
  const number = item.number(name);
  return number === null || number <= 0 ? absent : Math.min(5_000, Math.round(number));
}

/** Rubrics aren't part of Moodle's question files: unless ours stands there, a plain one takes its place. */
export function readEssay(item: MoodleItem): Body {
  const written = item.children("criterion").map((criterion, index) => ({
    id: partId(index),
    text: item.markdown(criterion),
    levels: childrenOf(criterion, "level").map((level, at) => ({
      id: partId(at),
      text: item.markdown(level),
      points: Number(attribute(level, "points")),
    })),
  }));
  if (written.length === 0)
    item.lost("a rubric", "the file has none; one criterion with two levels stands in its place");
  const attachments = item.value("attachments");
  if (!["", "0"].includes(attachments)) item.lost("attachments to the answer", "an essay is a typed text");
  const format = item.value("responseformat");
  if (!["", "editor", "plain", "monospaced"].includes(format))
    item.lost(`the answer's form "${format}"`, "an essay is a typed text");
  if (item.text("responsetemplate") !== "")
    item.lost("the template of the answer", "an essay begins with an empty field");
  return {
    kind: "essay",
    rubric: written.length > 0 ? written : [plainCriterion],
    minWords: words(item, "minwordlimit", 0),
    maxWords: words(item, "maxwordlimit", 5_000),
    model: item.text("graderinfo"),
  };
}

export const plainCriterion = {
  id: "answer",
  text: "Answer",
  levels: [
    { id: "insufficient", text: "Insufficient", points: 0 },
    { id: "sufficient", text: "Sufficient", points: 1 },
  ],
} as const;
