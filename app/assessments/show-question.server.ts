import type { PresentedQuestion, PublicLabel } from "../../quizzes/engine/present";
import { renderInline } from "../markup/render-inline.server";
import { renderAroundGaps, renderQuestion } from "../markup/render-question.server";
import type { ShownQuestion } from "./sitting-facts";

const html = (labels: readonly PublicLabel[]) => labels.map(({ id, text }) => ({ id, text: renderQuestion(text) }));
const short = (labels: readonly PublicLabel[]) => labels.map(({ id, text }) => ({ id, text: renderInline(text) }));
/** A list box shows plain text only. */
const plain = (labels: readonly PublicLabel[]) =>
  labels.map(({ id, text }) => ({ id, text: plainText(renderInline(text)) }));

type Showers = {
  readonly [K in PresentedQuestion["kind"]]: (
    question: Extract<PresentedQuestion, { kind: K }>,
  ) => Extract<ShownQuestion, { kind: K }>;
};

const asIs = <Q extends { readonly stem: string }>(question: Q): Q => ({
  ...question,
  stem: renderQuestion(question.stem),
});

const showers: Showers = {
  single: (question) => ({ ...asIs(question), options: html(question.options) }),
  multiple: (question) => ({ ...asIs(question), options: html(question.options) }),
  "true-false": asIs,
  numeric: asIs,
  matching: (question) => ({ ...asIs(question), left: short(question.left), right: plain(question.right) }),
  ordering: (question) => ({ ...asIs(question), items: short(question.items) }),
  "short-text": asIs,
  cloze: ({ kind, id, stem, gaps }) => ({
    kind,
    id,
    stem: "",
    parts: renderAroundGaps(
      stem,
      gaps.map((gap) => gap.id),
    ),
    gaps: gaps.map((gap) => (gap.kind === "choice" ? { ...gap, options: plain(gap.options) } : gap)),
  }),
  hotspot: (question) => ({ ...asIs(question), regions: short(question.regions) }),
  labelling: (question) => ({ ...asIs(question), labels: short(question.labels) }),
  "script-concordance": (question) => ({
    ...asIs(question),
    hypothesis: renderInline(question.hypothesis),
    finding: renderInline(question.finding),
  }),
  likert: (question) => ({ ...asIs(question), scale: short(question.scale) }),
  essay: (question) => ({ ...asIs(question), criteria: short(question.criteria) }),
};

/** A presented question with its texts as safe HTML, as the views of a sitting take it. */
export function showQuestion(question: PresentedQuestion): ShownQuestion {
  // The shower under a kind takes questions of that kind; TypeScript can't follow a key into a union.
  const show = showers[question.kind] as (question: PresentedQuestion) => ShownQuestion;
  return show(question);
}

const named: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&#x26;": "&",
  "&#x3C;": "<",
};

/** Text of safe HTML, for places that can't show markup. Pictures are what they show; formulas keep their symbols and lose their TeX source. */
export function plainText(safeHtml: string): string {
  return safeHtml
    .replace(/<img(?:\s[a-z]+="[^"]*")*>/g, (image) => /\salt="([^"]*)"/.exec(image)?.[1] ?? "")
    .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39|#x27|#x26|#x3C);/g, (entity) => named[entity] ?? entity);
}
