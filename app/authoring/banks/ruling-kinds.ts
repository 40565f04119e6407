import type { Ruling } from "../../../quizzes/engine/model";

export type RulingKind = Ruling["kind"];
const rulingKinds = ["void", "full-marks", "corrected-key"] as const satisfies readonly RulingKind[];

export function isRulingKind(value: unknown): value is RulingKind {
  return rulingKinds.some((kind) => kind === value);
}
