import type { Detail } from "../../quizzes/engine/detail";
import type { Hotspot, Labelling, Picture, Question, Shape } from "../../quizzes/engine/model";
import { renderInline } from "../markup/render-inline.server";
import { renderQuestion } from "../markup/render-question.server";
import { labelText } from "./label-text";

/** What the result page draws. */
export type { Picture, Shape };

/** One area that matters after the sitting: a right one, or one that was picked. */
export interface ExplainedArea {
  readonly id: string;
  readonly area: Shape;
  /** Safe HTML. */
  readonly text: string;
  /** Safe HTML, empty where the question gives none. */
  readonly why: string;
  readonly isKey: boolean;
  readonly isPicked: boolean;
}

/** One marker that the learner put, in the order of putting. */
export interface ExplainedPoint {
  readonly x: number;
  readonly y: number;
  readonly isRight: boolean;
  /** Id of the area that it hit; null for none. */
  readonly area: string | null;
}

export interface ExplainedPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Safe HTML of the label that the learner put here, and of the right one. */
  readonly picked: string | null;
  readonly key: string;
  /** The right label as plain text, for the picture. */
  readonly keyText: string;
  readonly isRight: boolean;
}

/** What a picture shows after the sitting. */
export type ExplainedPicture =
  | {
      readonly kind: "hotspot";
      readonly picture: Picture;
      readonly areas: readonly ExplainedArea[];
      readonly points: readonly ExplainedPoint[];
    }
  | { readonly kind: "labelling"; readonly picture: Picture; readonly places: readonly ExplainedPlace[] };

/** The picture of a question that is about one, with the answer and the key; null for every other kind. */
export function explainPicture(question: Question, detail: Detail): ExplainedPicture | null {
  if (question.kind === "hotspot" && detail.kind === "hotspot") return explainHotspot(question, detail);
  if (question.kind === "labelling" && detail.kind === "labelling") return explainLabelling(question, detail);
  return null;
}

function explainHotspot(question: Hotspot, detail: Extract<Detail, { kind: "hotspot" }>): ExplainedPicture {
  const areas = question.regions.flatMap((region) => {
    const isKey = question.keys.includes(region.id);
    const isPicked = detail.regions.some(({ id, picked }) => id === region.id && picked);
    if (!isKey && !isPicked) return [];
    const [text, why] = [renderInline(region.text), renderQuestion(region.why)];
    return [{ id: region.id, area: region.area, text, why, isKey, isPicked }];
  });
  const points = detail.points.map(({ x, y, region }) => ({
    x,
    y,
    isRight: region !== null && question.keys.includes(region),
    area: region,
  }));
  return { kind: "hotspot", picture: question.picture, areas, points };
}

function explainLabelling(question: Labelling, detail: Extract<Detail, { kind: "labelling" }>): ExplainedPicture {
  const labels = new Map(question.labels.map(({ id, text }) => [id, renderInline(text)]));
  const places = question.places.map((place) => {
    const pair = detail.pairs.find(({ left }) => left === place.id);
    const key = labels.get(pair?.key ?? "") ?? "";
    return {
      id: place.id,
      x: place.x,
      y: place.y,
      picked: labels.get(pair?.picked ?? "") ?? null,
      key,
      keyText: labelText(key),
      isRight: pair?.right === true,
    };
  });
  return { kind: "labelling", picture: question.picture, places };
}
