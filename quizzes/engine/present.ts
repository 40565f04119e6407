import { type QuestionOf } from "./by-kind";
import { asked, type Values, type WriteNumber } from "./calculated";
import { localise } from "./localise";
import { hasRegionList } from "./mark-hotspot";
import type { Cloze, Kind, Label, Picture, Question } from "./model";
import type { QuestionText } from "./question-text";
import { seededRandom, shuffle } from "./random";

/** An option or label as the learner sees it before handing in. */
export interface PublicLabel {
  readonly id: string;
  readonly text: string;
}

/** A gap before handing in; its place stands in the stem as `[[id]]`. */
export type PublicGap =
  | { readonly kind: "choice"; readonly id: string; readonly options: readonly PublicLabel[] }
  | { readonly kind: "text" | "number"; readonly id: string };

interface PublicFields {
  single: { readonly options: readonly PublicLabel[] };
  multiple: {
    readonly options: readonly PublicLabel[];
    /** Public, because people must know whether a wrong tick costs something; weighted ticks are a penalty, too. */
    readonly rule: "penalty" | "all-or-nothing";
  };
  "true-false": unknown;
  numeric: { readonly units: readonly string[] };
  matching: { readonly left: readonly PublicLabel[]; readonly right: readonly PublicLabel[] };
  ordering: { readonly items: readonly PublicLabel[] };
  "short-text": unknown;
  cloze: { readonly gaps: readonly PublicGap[] };
  hotspot: {
    readonly picture: Picture;
    /** How many places to point at. */
    readonly targets: number;
    /** Names to pick instead of pointing; empty where the list would tell the answer. */
    readonly regions: readonly PublicLabel[];
  };
  labelling: {
    readonly picture: Picture;
    readonly places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
    readonly labels: readonly PublicLabel[];
  };
  "script-concordance": { readonly hypothesis: string; readonly finding: string };
  likert: { readonly scale: readonly PublicLabel[] };
  essay: { readonly criteria: readonly PublicLabel[]; readonly minWords: number; readonly maxWords: number };
}

type PresentedKind = keyof PublicFields;

/** All that a browser gets of a question before the sitting is over. Nothing here depends on the key. */
export type PresentedQuestion = {
  readonly [K in PresentedKind]: { readonly kind: K; readonly id: string; readonly stem: string } & PublicFields[K];
}[PresentedKind];

/**
 * The labels in the order of the paper. Labels that the paper doesn't know come last, in an order made from the
 * question's id: the author's own order must never show, because authors write pairs and steps side by side.
 */
function arranged(questionId: string, labels: readonly Label[], order: readonly string[]): PublicLabel[] {
  const byId = new Map(labels.map((label) => [label.id, { id: label.id, text: label.text }]));
  const rest = [...byId.keys()].filter((id) => !order.includes(id));
  const ids = [...new Set(order), ...shuffle(rest.sort(), seededRandom(questionId))];
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const plain = (labels: readonly Label[]): PublicLabel[] => labels.map(({ id, text }) => ({ id, text }));

function publicPicture({ name, alt, width, height, window }: Picture): Picture {
  const base = { name, alt, width, height };
  return window === undefined ? base : { ...base, window: { center: window.center, width: window.width } };
}

function publicGap(question: Cloze, gap: Cloze["gaps"][number], order: readonly string[]): PublicGap {
  if (gap.kind !== "choice") return { kind: gap.kind, id: gap.id };
  const own = order.filter((id) => gap.options.some((option) => option.id === id));
  return { kind: gap.kind, id: gap.id, options: arranged(question.id, gap.options, own) };
}

type Presenters = {
  readonly [K in PresentedKind & Kind]: (question: QuestionOf<K>, order: readonly string[]) => PublicFields[K];
};

const presenters: Presenters = {
  single: ({ id, options }, order) => ({ options: arranged(id, options, order) }),
  multiple: ({ id, options, rule }, order) => ({
    options: arranged(id, options, order),
    rule: rule === "all-or-nothing" ? rule : "penalty",
  }),
  "true-false": () => ({}),
  numeric: ({ units }) => ({ units: [...new Set(units)].sort() }),
  matching: ({ id, left, right }, order) => ({ left: plain(left), right: arranged(id, right, order) }),
  ordering: ({ id, items }, order) => ({ items: arranged(id, items, order) }),
  "short-text": () => ({}),
  cloze: (question, order) => ({ gaps: question.gaps.map((gap) => publicGap(question, gap, order)) }),
  hotspot: (question, order) => ({
    picture: publicPicture(question.picture),
    targets: question.keys.length,
    regions: hasRegionList(question) ? arranged(question.id, question.regions, order) : [],
  }),
  labelling: ({ id, picture, places, labels }, order) => ({
    picture: publicPicture(picture),
    places: places.map((place) => ({ id: place.id, x: place.x, y: place.y })),
    labels: arranged(id, labels, order),
  }),
  "script-concordance": ({ hypothesis, finding }) => ({ hypothesis, finding }),
  likert: ({ scale }) => ({ scale: plain(scale) }),
  essay: ({ rubric, minWords, maxWords }) => ({ criteria: plain(rubric), minWords, maxWords }),
};

/**
 * What a learner may see of a question while the sitting runs: each public field is named, so that a new secret field
 * stays secret. Two questions that differ only in key, explanations, mistakes, source, difficulty, lesson or outcomes
 * are presented alike, byte for byte.
 *
 * `text` is the translation, or null for the question's own language. `write` says how the reader writes drawn
 * numbers. `optionOrder` and `values` are the paper's
 * (see draw.ts, which also keeps an ordering question from being shown in its right order).
 */
export function present(
  question: Question,
  text: QuestionText | null,
  optionOrder: readonly string[],
  values?: Values,
  write?: WriteNumber,
): PresentedQuestion {
  const said = asked(localise(question, text), values, write);
  // The presenter under a kind takes questions of that kind and names its fields; TypeScript can't follow a key into a union.
  const presenter = presenters[said.kind] as (question: Question, order: readonly string[]) => object;
  return { kind: said.kind, id: said.id, stem: said.stem, ...presenter(said, optionOrder) } as PresentedQuestion;
}
