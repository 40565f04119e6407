import type { DraftPart } from "../drafts/draft-store.server";

/** One text of a track and its translation. */
export interface TranslationUnit {
  /** words:title, lesson:<lesson id>, questions:<question key>:stem, …: stable, whatever else changes. */
  readonly id: string;
  /** The part of the working copy that holds the translation. */
  readonly part: DraftPart;
  /** What is translated on one page: track, lessons, drawings, lesson.<id>, question.<key>. */
  readonly group: string;
  readonly source: string;
  /** Version of the source's text now; of a question, the number of its revision. */
  readonly sourceVersion: number;
  /** Empty while it is missing. */
  readonly target: string;
  /** The source's version that the translation renders. */
  readonly rendered: number;
  /** What the source said in that version. */
  readonly before: string;
  readonly status: UnitStatus;
  readonly reviewed: { readonly byPersonId: string; readonly at: string } | null;
}

export const unitStatuses = ["missing", "behind", "draft", "reviewed"] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** A change of either side undoes a review: of the source by `before`, of the translation by the mark's hash. */
export function statusOf(unit: {
  readonly source: string;
  readonly target: string;
  readonly before: string;
  readonly isReviewed: boolean;
}): UnitStatus {
  if (unit.target.trim() === "") return "missing";
  if (unit.before !== unit.source) return "behind";
  return unit.isReviewed ? "reviewed" : "draft";
}

export type UnitCounts = Readonly<Record<UnitStatus, number>>;

export function countStatuses(units: readonly Pick<TranslationUnit, "status">[]): UnitCounts {
  const counts = { missing: 0, behind: 0, draft: 0, reviewed: 0 };
  for (const { status } of units) counts[status] += 1;
  return counts;
}

/** Kinds of groups, as the matrix shows them. */
export const groupKinds = ["track", "lessons", "drawings", "lesson", "question"] as const;
export type GroupKind = (typeof groupKinds)[number];

export function kindOfGroup(group: string): GroupKind {
  const [first] = group.split(".");
  return groupKinds.find((kind) => kind === first) ?? "track";
}

/** The group that a unit is translated in. */
export function groupOf(id: string): string {
  const [part = "", first = ""] = id.split(":");
  if (part === "lesson") return `lesson.${first}`;
  if (part === "questions") return `question.${first}`;
  return first === "lessons" || first === "drawings" ? first : "track";
}
