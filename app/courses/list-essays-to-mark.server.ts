import { type EndedSitting, type EssayToMark, findEssay, waitingEssays } from "../assessments/list-essays.server";
import { statement } from "../platform/db.server";
import { getTextFor } from "./edition-store.server";

/** Essays in the tracks of one society: those that wait for a marker, and those that were marked. */

export interface ListedEssay {
  readonly sittingId: string;
  readonly questionId: string;
  /** Safe HTML. */
  readonly stem: string;
  readonly trackTitle: string;
  readonly trackLanguage: string;
  readonly handedInAt: string;
}

export interface EssayList {
  readonly essays: readonly ListedEssay[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  readonly tracks: readonly { readonly slug: string; readonly title: string; readonly language: string }[];
}

interface WaitingRow extends EndedSitting {
  readonly editionId: string;
  readonly endedAt: string;
}

// Tracks that ask essays at all: without them a society's sittings need not be looked at.
const tracksWithEssays = statement<[string], { id: string; slug: string; editionId: string }>(`
  SELECT t.id, t.slug, max(d.id) AS editionId FROM Track t JOIN Edition d ON d.trackId = t.id
   WHERE t.societyId = ? AND EXISTS (
         SELECT 1 FROM json_each(d.manifest, '$.pool') p JOIN QuestionRevision r ON r.id = p.value ->> 'revisionId'
          WHERE r.content ->> 'kind' = 'essay')
   GROUP BY t.id ORDER BY t.slug`);
const sittingsOfTrack = `FROM json_each(?) j JOIN Enrolment e ON e.trackId = j.value
  JOIN Sitting s ON s.subjectKind = 'lesson' AND s.subjectRef > e.id || ':' AND s.subjectRef < e.id || ';'`;
// More than a society marks in a month; the count then stops there.
const waitingSittings = statement<[string], WaitingRow>(
  `SELECT s.id, s.textsHash, s.paper, s.blueprint, e.editionId, s.endedAt ${sittingsOfTrack}
    WHERE s.endedAt IS NOT NULL AND s.passed IS NULL ORDER BY s.endedAt, s.id LIMIT 2000`,
);

const perPage = 25;

/** Essays that wait, the oldest first. @param input.track slug of one track; "" for all of the society's */
export function listEssaysToMark(input: { societyId: string; track: string; page: number; locale: string }): EssayList {
  const all = tracksWithEssays.all(input.societyId);
  const chosen = all.filter(({ slug }) => input.track === "" || slug === input.track);
  const sittings = waitingSittings.all(JSON.stringify(chosen.map(({ id }) => id)));
  const essays = sittings.flatMap((sitting) =>
    waitingEssays(sitting).map((essay) => ({ ...essay, sittingId: sitting.id, ...placeOf(sitting, input.locale) })),
  );
  const pageCount = Math.max(1, Math.ceil(essays.length / perPage));
  const page = Math.min(input.page, pageCount);
  const tracks = all.map(({ slug, editionId }) => {
    const { title, language } = getTextFor(editionId, input.locale).text;
    return { slug, title, language };
  });
  return { essays: essays.slice((page - 1) * perPage, page * perPage), count: essays.length, page, pageCount, tracks };
}

function placeOf({ editionId, endedAt }: Pick<WaitingRow, "editionId" | "endedAt">, locale: string) {
  const { title, language } = getTextFor(editionId, locale).text;
  return { trackTitle: title, trackLanguage: language, handedInAt: endedAt };
}

export interface EssayPage extends EssayToMark {
  readonly sittingId: string;
  readonly trackTitle: string;
  readonly trackLanguage: string;
  readonly handedInAt: string;
  readonly writtenIn: string;
  /** Null until somebody has marked the essay: marking is blind. */
  readonly name: string | null;
}

interface SittingRow extends WaitingRow {
  readonly subjectRef: string;
  readonly language: string;
  readonly name: string | null;
}

const sittingInSociety = statement<[string, string], SittingRow>(
  `SELECT s.id, s.textsHash, s.paper, s.blueprint, s.subjectRef, s.language, e.editionId, s.endedAt, p.certificateName AS name FROM Sitting s
     JOIN Enrolment e ON e.id = substr(s.subjectRef, 1, instr(s.subjectRef, ':') - 1)
     JOIN Track t ON t.id = e.trackId LEFT JOIN Person p ON p.id = s.personId
    WHERE s.id = ? AND t.societyId = ? AND s.subjectKind = 'lesson' AND s.endedAt IS NOT NULL`,
);

/** An ended sitting of a lesson in one of the society's tracks; another society's is not there. */
export function findEndedSitting(input: { societyId: string; sittingId: string }): SittingRow | null {
  return sittingInSociety.get(input.sittingId, input.societyId) ?? null;
}

/** One essay for its marker; null where there is none. */
export function findEssayPage(input: {
  societyId: string;
  sittingId: string;
  questionId: string;
  locale: string;
}): EssayPage | null {
  const sitting = findEndedSitting(input);
  const essay = sitting && findEssay(sitting, input.questionId);
  if (sitting === null || essay === null) return null;
  return {
    ...essay,
    sittingId: sitting.id,
    ...placeOf(sitting, input.locale),
    writtenIn: sitting.language,
    name: essay.assessments.length === 0 ? null : sitting.name,
  };
}
