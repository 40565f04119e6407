import { getMarkedEssay } from "../assessments/list-essays.server";
import { statement } from "../platform/db.server";
import { queryTerms, termsOf } from "../search/fold";
import { getTextFor } from "./edition-store.server";

/** Essays of one society's tracks that somebody has marked: who wrote, who marked, when and what they earned. */

export interface MarkedEssay {
  readonly sittingId: string;
  readonly questionId: string;
  readonly trackTitle: string;
  readonly trackLanguage: string;
  /** Null when the account was erased. */
  readonly learner: string | null;
  readonly marker: string | null;
  readonly markedAt: string;
  readonly points: number;
  readonly possible: number;
  /** How many assessments are on record; the last one counts. */
  readonly times: number;
}

export interface MarkedEssays {
  readonly essays: readonly MarkedEssay[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
}

interface MarkedRow {
  readonly id: string;
  readonly sittingId: string;
  readonly questionId: string;
  readonly editionId: string;
  readonly learner: string | null;
  readonly marker: string | null;
  readonly markedAt: string;
  readonly times: number;
}

// From the society's tracks to their assessments by indices; of each essay the last assessment.
const markedIn = statement<[string, string, string], MarkedRow>(`
  SELECT a.id, a.sittingId, a.questionId, e.editionId, p.certificateName AS learner, m.certificateName AS marker,
         a.at AS markedAt,
         (SELECT count(*) FROM EssayAssessment c WHERE c.sittingId = s.id AND c.questionId = a.questionId) AS times
    FROM Track t JOIN Enrolment e ON e.trackId = t.id
    JOIN Sitting s ON s.subjectKind = 'lesson' AND s.subjectRef > e.id || ':' AND s.subjectRef < e.id || ';'
    JOIN EssayAssessment a ON a.sittingId = s.id
    LEFT JOIN Person p ON p.id = s.personId LEFT JOIN Person m ON m.id = a.byPersonId
   WHERE t.societyId = ? AND (? = '' OR t.slug = ?)
     AND NOT EXISTS (SELECT 1 FROM EssayAssessment b WHERE b.sittingId = a.sittingId AND b.questionId = a.questionId
                        AND (b.at > a.at OR b.at = a.at AND b.id > a.id))
   ORDER BY a.at DESC, a.id DESC LIMIT 5000`);

const perPage = 25;

/**
 * The latest first.
 * @param input.track slug of one track; "" for all
 * @param input.q words that begin words of the learner's name, the marker's name or the question's id
 */
export function listMarkedEssays(input: {
  societyId: string;
  track: string;
  q: string;
  page: number;
  locale: string;
}): MarkedEssays {
  const words = queryTerms(input.q);
  const rows = markedIn.all(input.societyId, input.track, input.track).filter((row) => {
    const terms = termsOf(`${row.learner ?? ""} ${row.marker ?? ""} ${row.questionId}`);
    return words.every((word) => terms.some((term) => term.startsWith(word)));
  });
  const pageCount = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(input.page, pageCount);
  const essays = rows.slice((page - 1) * perPage, page * perPage).map(({ id, editionId, ...row }) => {
    const { title, language } = getTextFor(editionId, input.locale).text;
    return { ...row, trackTitle: title, trackLanguage: language, ...getMarkedEssay(row, id) };
  });
  return { essays, count: rows.length, page, pageCount };
}
