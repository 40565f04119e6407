import fc from "fast-check";
import { amount, arbitraryId, arbitraryUnit } from "./arbitrary-base";
import { type ByKind, byKind } from "./engine/by-kind";
import { asked } from "./engine/calculated";
import type { Assessment, Certainty, Concordance, Question, Response } from "./engine/model";

const idsIn = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);
const concordances = [-2, -1, 0, 1, 2] as const;

/** The middle of a region, as the generator makes them and as they are drawn by hand: somewhere in it. */
function middleOf(area: Extract<Question, { kind: "hotspot" }>["regions"][number]["area"]): [number, number] {
  if (area.shape === "ellipse") return [area.cx, area.cy];
  const mean = (axis: 0 | 1) => area.points.reduce((sum, point) => sum + point[axis], 0) / area.points.length;
  return [mean(0), mean(1)];
}

const keys: ByKind<Response> = {
  single: ({ key }) => ({ kind: "single", option: key }),
  multiple: (question) => ({ kind: "multiple", options: question.keys }),
  "true-false": ({ key }) => ({ kind: "true-false", value: key }),
  numeric: ({ key }) => ({ kind: "numeric", text: String(key.value), unit: key.unit }),
  matching: ({ key }) => ({ kind: "matching", pairs: key }),
  ordering: ({ key }) => ({ kind: "ordering", order: key }),
  "short-text": ({ answers: [first] }) => ({ kind: "short-text", text: first?.text ?? "" }),
  calculated: (question) => keyResponse(asked(question, undefined)),
  cloze: ({ gaps }) => ({
    kind: "cloze",
    gaps: Object.fromEntries(
      gaps.map((gap) => {
        switch (gap.kind) {
          case "choice":
            return [gap.id, gap.key];
          case "text":
            return [gap.id, gap.answers[0]?.text ?? ""];
          case "number":
            return [gap.id, String(gap.key.value)];
        }
      }),
    ),
  }),
  hotspot: (question) => ({
    kind: "hotspot",
    points: question.regions.filter(({ id }) => question.keys.includes(id)).map(({ area }) => middleOf(area)),
    regions: [],
  }),
  labelling: ({ key }) => ({ kind: "labelling", placed: key }),
  "script-concordance": ({ panel }) => ({
    kind: "script-concordance",
    value: concordances[panel.indexOf(Math.max(...panel))] ?? 0,
  }),
  likert: ({ scale }) => ({ kind: "likert", option: scale[0]?.id ?? "" }),
  essay: () => ({ kind: "essay", text: "A good answer." }),
};

/** The answer that the key describes; of a calculated question as `asked()` makes it without values. */
export function keyResponse(question: Question): Response {
  return byKind(keys, question);
}

/** The best that a marker can give; null for a question that no person marks. */
export function bestAssessment(question: Question): Assessment | null {
  if (question.kind !== "essay") return null;
  return {
    levels: Object.fromEntries(question.rubric.map(({ id, levels }) => [id, levels.at(-1)?.id ?? ""])),
    comment: "",
  };
}

const none = () => [];
const ids: ByKind<readonly string[]> = {
  single: ({ options }) => idsIn(options),
  multiple: ({ options }) => idsIn(options),
  "true-false": none,
  numeric: none,
  matching: ({ left, right }) => idsIn([...left, ...right]),
  ordering: ({ key }) => key,
  "short-text": none,
  calculated: none,
  cloze: ({ gaps }) => gaps.flatMap((gap) => (gap.kind === "choice" ? [gap.id, ...idsIn(gap.options)] : [gap.id])),
  hotspot: ({ regions }) => idsIn(regions),
  labelling: ({ places, labels }) => idsIn([...places, ...labels]),
  "script-concordance": none,
  likert: ({ scale }) => idsIn(scale),
  essay: none,
};

/** Ids that an answer to this question may name. */
export function idsOf(question: Question): string[] {
  return [...byKind(ids, question)];
}

/** Any answer of the right shape: to any kind, with known and unknown ids, twice or not at all. */
export function arbitraryResponse(question: Question): fc.Arbitrary<Response> {
  const id = fc.oneof(fc.constantFrom("unknown", "constructor", ...idsOf(question)), arbitraryId);
  const typed = fc.oneof(fc.string(), fc.double().map(String), amount.map(String), id);
  const coordinate = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double());
  const answer: fc.Arbitrary<Response> = fc.oneof(
    fc.record({ kind: fc.constant("single" as const), option: id }),
    fc.record({ kind: fc.constant("multiple" as const), options: fc.array(id, { maxLength: 16 }) }),
    fc.record({ kind: fc.constant("true-false" as const), value: fc.boolean() }),
    fc.record({ kind: fc.constant("numeric" as const), text: typed, unit: fc.oneof(fc.string(), arbitraryUnit) }),
    fc.record({ kind: fc.constant("matching" as const), pairs: fc.dictionary(id, id) }),
    fc.record({ kind: fc.constant("ordering" as const), order: fc.array(id, { maxLength: 16 }) }),
    fc.record({ kind: fc.constant("short-text" as const), text: typed }),
    fc.record({ kind: fc.constant("cloze" as const), gaps: fc.dictionary(id, typed) }),
    fc.record({
      kind: fc.constant("hotspot" as const),
      points: fc.array(fc.tuple(coordinate, fc.integer({ min: 0, max: 100 })), { maxLength: 4 }),
      regions: fc.array(id, { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant("labelling" as const), placed: fc.dictionary(id, id) }),
    fc.record({
      kind: fc.constant("script-concordance" as const),
      value: fc.constantFrom<Concordance>(...concordances),
    }),
    fc.record({ kind: fc.constant("likert" as const), option: id }),
    fc.record({ kind: fc.constant("essay" as const), text: fc.string() }),
  );
  const certainty = fc.option(fc.constantFrom<Certainty>(1, 2, 3));
  return fc.tuple(answer, certainty).map(([said, sure]) => (sure === null ? said : { ...said, certainty: sure }));
}
