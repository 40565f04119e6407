import type { AcceptedText, Gap, Option } from "../../engine/model";
import { parseUnit } from "../../engine/units";
import { type Body, ItemLost } from "../collector";
import { type ClozeAnswer, type ClozeGap, readCloze } from "../cloze-syntax";
import { decodeHtmlEntities } from "../html-entities";
import { type NumberAnswer, numberKey } from "../number-answers";
import { partId } from "../question-id";
import { attribute, childrenOf, type Element } from "../qti/xml";
import { acceptedOf } from "../wildcards";
import { content, hundredths, type MoodleItem, numberIn } from "./moodle-item";

/** Stands for a gap while the text around it is converted. */
export const gapMark = (index: number) => `\ue030${String(index)}\ue031`;
const gapId = (index: number) => `gap-${String(index + 1)}`;

/** The stem with our names of the gaps instead of the marks. */
function namedGaps(stem: string): string {
  return stem.replace(/\ue030(\d+)\ue031/g, (_, index: string) => `[[${gapId(Number(index))}]]`);
}

/** What a cloze question's text and gaps are. */
export interface ClozeParts {
  readonly stem: string;
  readonly body: Body;
}

type Weighted = Gap & { readonly weight?: number };

/** Reads a text with `{1:SHORTANSWER:…}` gaps; `convert` makes Markdown of HTML. */
export function readClozeText(
  item: { readonly lost: (what: string, why: string) => void; readonly numberHints: readonly string[] },
  html: string,
  convert: (html: string) => string,
): ClozeParts {
  const { text, gaps } = readCloze(html, gapMark);
  if (gaps.length === 0) throw new ItemLost("the whole question", "its text holds no gap that can be read");
  let numbers = 0;
  const read = gaps.map((gap, index): Weighted => {
    const isNumber = /^N/.test(gap.type);
    const hint = isNumber ? (item.numberHints[numbers] ?? "") : "";
    if (isNumber) numbers += 1;
    const weight = gap.weight === 1 ? {} : { weight: gap.weight };
    return { ...gapOf(gap, index, hint, convert, item.lost), ...weight };
  });
  return { stem: namedGaps(convert(text)), body: { kind: "cloze", gaps: read } };
}

function gapOf(
  gap: ClozeGap,
  index: number,
  hint: string,
  convert: (html: string) => string,
  lost: (what: string, why: string) => void,
): Gap {
  const id = gapId(index);
  if (/^(MR|MULTIRESPONSE)/.test(gap.type)) {
    throw new ItemLost(
      "the whole question",
      "a gap with several right ticks can't be held; gaps have one choice, a text or a number",
    );
  }
  if (/^M(C|ULTI)/.test(gap.type)) return choiceGap(id, gap.answers, convert);
  if (/^N/.test(gap.type)) return numberGap(id, gap.answers, hint, convert, lost);
  return textGap(id, gap, convert, lost);
}

function choiceGap(id: string, answers: readonly ClozeAnswer[], convert: (html: string) => string): Gap {
  const options = answers.map(({ fraction, text, feedback }, at): Option => {
    const share = Math.min(100, Math.max(-100, hundredths(fraction)));
    const option = { id: `${id}-${partId(at)}`, text: convert(text), why: convert(feedback) };
    return share === 0 ? option : { ...option, share };
  });
  const isKey = ({ share }: Option, at: number) => share === 100 && answers[at]?.isKey === true;
  const key = options.find(isKey) ?? options.find(({ share }) => share === 100);
  if (key === undefined) throw new ItemLost("the whole question", "a gap has no option with the whole mark");
  const right = { id: key.id, text: key.text, why: key.why };
  return { kind: "choice", id, options: options.map((option) => (option === key ? right : option)), key: key.id };
}

function textGap(
  id: string,
  { answers, type }: ClozeGap,
  convert: (html: string) => string,
  lost: (what: string, why: string) => void,
): Gap {
  const accepted = answers.map(({ fraction, text, feedback }): AcceptedText => {
    if (fraction < 0) lost("a negative mark for an answer", "a typed answer costs nothing here");
    const share = Math.min(100, Math.max(0, hundredths(fraction)));
    return { ...acceptedOf(decodeHtmlEntities(text)), share, feedback: convert(feedback) };
  });
  if (!accepted.some(({ share }) => share === 100))
    throw new ItemLost("the whole question", "a gap has no answer with the whole mark");
  return { kind: "text", id, answers: accepted, caseSensitive: /C$/.test(type) && type !== "MC", ignoreAccents: false };
}

/** `hint` is what our writer says beside the question: "mGy" or "mGy:0.02" for a share. */
function numberGap(
  id: string,
  answers: readonly ClozeAnswer[],
  hint: string,
  convert: (html: string) => string,
  lost: (what: string, why: string) => void,
): Gap {
  const [unit = "", relative = ""] = hint.split(":");
  const numbers = answers.map(({ fraction, text, feedback }): NumberAnswer => {
    const [value = "", tolerance = "0"] = text.split(":");
    return {
      value: numberIn(value),
      tolerance: Math.abs(numberIn(tolerance) ?? 0),
      share: hundredths(fraction),
      feedback: convert(feedback),
    };
  });
  return { kind: "number", id, ...numberKey(numbers, parseUnit(unit) ?? "1", lost, numberIn(relative)) };
}

interface Word {
  readonly text: string;
  readonly group: string;
}

function wordOf(item: MoodleItem, element: Element): Word {
  const [text] = childrenOf(element, "text");
  const [group] = childrenOf(element, "group", "draggroup");
  if (childrenOf(element, "infinite").length === 0 && element.name === "dragbox") {
    item.lost("that a word can be used once only", "each gap has a list of its own");
  }
  return {
    text: text === undefined ? "" : item.formatted(element, content(text).trim(), "html"),
    group: group === undefined ? "1" : content(group).trim(),
  };
}

/** "Select missing words" and "drag and drop into text": `[[2]]` is a gap whose key is the second word. */
export function readWordGaps(item: MoodleItem): ClozeParts {
  const words = [...item.children("selectoption"), ...item.children("dragbox")].map((element) => wordOf(item, element));
  const question = item.child("questiontext");
  if (question === undefined) throw new ItemLost("the whole question", "it has no text");
  const gaps: Gap[] = [];
  const marked = item.raw(question).replace(/\[\[(\d+)\]\]/g, (whole, number: string) => {
    const key = Number(number) - 1;
    const word = words[key];
    if (word === undefined) throw new ItemLost("the whole question", `the gap ${whole} names a word that isn't there`);
    const id = gapId(gaps.length);
    const options = words.flatMap(({ text, group }, index): Option[] =>
      group === word.group ? [{ id: `${id}-${partId(index)}`, text, why: "" }] : [],
    );
    gaps.push({ kind: "choice", id, options, key: `${id}-${partId(key)}` });
    return gapMark(gaps.length - 1);
  });
  const stem = item.formatted(question, marked, attribute(question, "format"));
  return { stem: namedGaps(stem), body: { kind: "cloze", gaps } };
}
