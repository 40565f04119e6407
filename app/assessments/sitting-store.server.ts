import type { Response } from "../../quizzes/engine/model";
import { ResponseSchema } from "../../quizzes/response-schema";
import { type HotDatabase, prepareHot, statement } from "../platform/db.server";
import { isOver, readSitting, type SittingRow, type Subject } from "./sitting";

/**
 * Sittings and their answers in prepared SQL: a sitting is opened, looked at, ended and explained within seconds by
 * everyone who takes a quiz. Inside the hot lane's transaction the functions with a connection see what it has written.
 */

interface RawSitting
  extends Omit<SittingRow, "blueprint" | "paper" | "startedAt" | "deadlineAt" | "endedAt" | "passed"> {
  readonly blueprint: string;
  readonly paper: string;
  readonly startedAt: string;
  readonly deadlineAt: string | null;
  readonly endedAt: string | null;
  readonly passed: number | null;
}

const columns = `id, personId, subjectKind, subjectRef, number, language, editionTextId, textsHash, blueprint, paper,
  startedAt, deadlineAt, endedAt, endReason, scoreHundredths, maxHundredths, passed`;
const byIdSql = `SELECT ${columns} FROM Sitting WHERE id = ?`;
const ofSubjectSql = `SELECT ${columns} FROM Sitting WHERE subjectKind = ? AND subjectRef = ? AND personId = ?
  ORDER BY number`;
const byNumberSql = `SELECT ${columns} FROM Sitting WHERE subjectKind = ? AND subjectRef = ? AND personId = ?
  AND number = ?`;
const answersSql = "SELECT questionId, response, late FROM AnswerEvent WHERE sittingId = ? ORDER BY id";

const ofSubject = statement<[string, string, string], RawSitting>(ofSubjectSql);
const byNumber = statement<[string, string, string, number], RawSitting>(byNumberSql);
const answersOf = statement<[string], RawAnswer>(answersSql);

const moment = (text: string | null) => (text === null ? null : new Date(text));

function parse(row: RawSitting): SittingRow {
  return readSitting({
    ...row,
    startedAt: new Date(row.startedAt),
    deadlineAt: moment(row.deadlineAt),
    endedAt: moment(row.endedAt),
    passed: row.passed === null ? null : row.passed === 1,
  });
}

/** Whose sittings of what. */
export interface SittingsOf {
  readonly personId: string;
  readonly subject: Subject;
}

/** Every sitting of a subject, the first one first. */
export function listSittings({ personId, subject }: SittingsOf): SittingRow[] {
  return ofSubject.all(subject.kind, subject.ref, personId).map(parse);
}

/** The same as the hot lane's transaction sees them. */
export function listSittingsHot(connection: HotDatabase, { personId, subject }: SittingsOf): SittingRow[] {
  const rows: unknown[] = prepareHot(connection, ofSubjectSql).all(subject.kind, subject.ref, personId);
  // The statement selects these columns.
  return rows.map((row) => parse(row as RawSitting));
}

/** The open sittings of all subjects whose reference begins so, as the hot lane's transaction sees them. */
export function listOpenSittingsHot(
  connection: HotDatabase,
  { kind, refStart }: { kind: Subject["kind"]; refStart: string },
): { readonly subjectRef: string; readonly number: number }[] {
  const rows: unknown[] = prepareHot(
    connection,
    `SELECT subjectRef, number FROM Sitting
      WHERE subjectKind = ? AND subjectRef >= ? AND subjectRef < ? || char(1114111) AND endedAt IS NULL`,
  ).all(kind, refStart, refStart);
  // The statement selects these columns.
  return rows as { subjectRef: string; number: number }[];
}

/** The person's sitting of a subject by its number, or null. */
export function findSitting({ personId, subject, number }: SittingsOf & { number: number }): SittingRow | null {
  const row = byNumber.get(subject.kind, subject.ref, personId, number);
  return row === undefined ? null : parse(row);
}

/** The same as the hot lane's transaction sees it. */
export function findSittingHot(
  connection: HotDatabase,
  { personId, subject, number }: SittingsOf & { number: number },
): SittingRow | null {
  const row: unknown = prepareHot(connection, byNumberSql).get(subject.kind, subject.ref, personId, number);
  // The statement selects these columns.
  return row === undefined ? null : parse(row as RawSitting);
}

const byIds = statement<[string], RawSitting>(
  `SELECT ${columns} FROM Sitting WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
);

/** These sittings, by id. */
export function getSittings(ids: readonly string[]): SittingRow[] {
  return byIds.all(JSON.stringify(ids)).map(parse);
}

/** A sitting by its id. @throws when there is none: the id comes from a row. */
export function getSittingHot(connection: HotDatabase, id: string): SittingRow {
  const row: unknown = prepareHot(connection, byIdSql).get(id);
  if (row === undefined) throw new Error(`sitting ${id} is not there`);
  // The statement selects these columns.
  return parse(row as RawSitting);
}

const openOf = statement<[string], { deadlineAt: string | null }>(
  "SELECT deadlineAt FROM Sitting WHERE personId = ? AND endedAt IS NULL",
);

/** Whether the person has a sitting under way, of whatever subject. */
export function hasRunningSitting(personId: string, now: Date): boolean {
  return openOf.all(personId).some(({ deadlineAt }) => !isOver({ endedAt: null, deadlineAt: moment(deadlineAt) }, now));
}

interface RawAnswer {
  readonly questionId: string;
  readonly response: string;
  readonly late: number;
}

/** What was answered in a sitting. */
export interface SittingAnswers {
  /** Of each question the last answer in server order that was not late; null where it was taken back. */
  readonly counted: ReadonlyMap<string, Response | null>;
  /** Questions with an answer that came too late. */
  readonly lateIds: ReadonlySet<string>;
  /** The question that was answered last on any device, in time. */
  readonly lastQuestionId: string | null;
}

function readAnswerRows(rows: readonly RawAnswer[]): SittingAnswers {
  const inTime = rows.filter((row) => row.late === 0);
  const last = new Map(inTime.map((row) => [row.questionId, row.response]));
  return {
    counted: new Map([...last].map(([id, response]) => [id, ResponseSchema.nullable().parse(JSON.parse(response))])),
    lateIds: new Set(rows.filter((row) => row.late !== 0).map((row) => row.questionId)),
    lastQuestionId: inTime.at(-1)?.questionId ?? null,
  };
}

export function readAnswers(sittingId: string): SittingAnswers {
  return readAnswerRows(answersOf.all(sittingId));
}

/** The same as the hot lane's transaction sees them. */
export function readAnswersHot(connection: HotDatabase, sittingId: string): SittingAnswers {
  const rows: unknown[] = prepareHot(connection, answersSql).all(sittingId);
  // The statement selects these columns.
  return readAnswerRows(rows as RawAnswer[]);
}
