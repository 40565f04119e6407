import type { ReactElement } from "react";
import type { Response } from "../../../quizzes/engine/model";
import type { ShownQuestion } from "../sitting-facts";
import { ConcordanceView, LikertView, MultipleView, SingleView, TrueFalseView } from "./choice-views";
import { ClozeView } from "./cloze-view";
import { HotspotView } from "./hotspot-view";
import { LabellingView } from "./labelling-view";
import { MatchingView } from "./matching-view";
import { OrderingView } from "./ordering-view";
import type { QuestionProps } from "./question-props";
import { EssayView, NumericView, ShortTextView } from "./typed-views";

const views: { readonly [K in ShownQuestion["kind"]]: (props: QuestionProps<K>) => ReactElement } = {
  single: SingleView,
  multiple: MultipleView,
  "true-false": TrueFalseView,
  numeric: NumericView,
  matching: MatchingView,
  ordering: OrderingView,
  "short-text": ShortTextView,
  cloze: ClozeView,
  hotspot: HotspotView,
  labelling: LabellingView,
  "script-concordance": ConcordanceView,
  likert: LikertView,
  essay: EssayView,
};

interface QuestionViewProps {
  readonly question: ShownQuestion;
  readonly response: Response | null;
  readonly onAnswer: (response: Response | null) => void;
  readonly isOff?: boolean;
}

/** The answer part of one question. Texts are safe HTML that the server rendered. */
export function QuestionView(props: QuestionViewProps) {
  // The view under a kind takes questions of that kind; TypeScript can't follow a key into a union.
  const View = views[props.question.kind] as (props: QuestionViewProps) => ReactElement;
  return <View {...props} />;
}
