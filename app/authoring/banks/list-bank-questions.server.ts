import { statement } from "../../platform/db.server";
import type { BankQuery } from "./bank-query";

/** One line of a bank's list, from the question's latest revision. */
export interface ListedQuestion {
  readonly key: string;
  readonly kind: string;
  readonly topic: string;
  readonly difficulty: number;
  /** As the author wrote it. */
  readonly stem: string;
  readonly revision: number;
  readonly isRetired: boolean;
}

export interface BankQuestionPage {
  readonly questions: readonly ListedQuestion[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Every topic of the bank, for the filter. */
  readonly topics: readonly string[];
}

const perPage = 25;

const latest = `
  FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
   AND r.number = (SELECT max(l.number) FROM QuestionRevision l WHERE l.questionId = q.id)
 WHERE q.bankId = @bankId`;
const asked = `${latest}
   AND (@kind = '' OR json_extract(r.content, '$.kind') = @kind)
   AND (@topic = '' OR json_extract(r.content, '$.topic') = @topic)
   AND (@difficulty = '' OR json_extract(r.content, '$.difficulty') = CAST(@difficulty AS INTEGER))
   AND (@state = 'all' OR (q.retiredAt IS NULL) = (@state = 'used'))
   AND (@pattern = '' OR q.key LIKE @pattern ESCAPE '~' OR json_extract(r.content, '$.stem') LIKE @pattern ESCAPE '~'
        OR json_extract(r.content, '$.explanation') LIKE @pattern ESCAPE '~'
        OR EXISTS (SELECT 1 FROM json_each(r.content, '$.options') o WHERE json_extract(o.value, '$.text') LIKE @pattern ESCAPE '~')
        OR EXISTS (SELECT 1 FROM json_each(r.content, '$.outcomes') c WHERE c.value LIKE @pattern ESCAPE '~'))`;

interface Asked {
  readonly bankId: string;
  readonly kind: string;
  readonly topic: string;
  readonly difficulty: string;
  readonly state: string;
  readonly pattern: string;
}

const countAsked = statement<[Asked], { count: number }>(`SELECT count(*) AS count ${asked}`);
const rowsAsked = statement<[Asked & { skip: number }], Omit<ListedQuestion, "isRetired"> & { retired: number }>(`
  SELECT q.key, json_extract(r.content, '$.kind') AS kind, json_extract(r.content, '$.topic') AS topic,
         json_extract(r.content, '$.difficulty') AS difficulty, json_extract(r.content, '$.stem') AS stem,
         r.number AS revision, q.retiredAt IS NOT NULL AS retired
  ${asked} ORDER BY topic, q.key LIMIT ${String(perPage)} OFFSET @skip`);
const topicsOf = statement<[{ bankId: string }], { topic: string }>(
  `SELECT DISTINCT json_extract(r.content, '$.topic') AS topic ${latest} ORDER BY topic`,
);

/** One page of a bank's questions. A page behind the last is the last. The bank's id comes from `findBank`. */
export function listBankQuestions(bankId: string, query: BankQuery): BankQuestionPage {
  const { kind, topic, difficulty, state, q } = query;
  const pattern = q === "" ? "" : `%${q.replace(/[%_~]/g, "~$&")}%`;
  const wanted = { bankId, kind, topic, difficulty, state, pattern };
  const count = countAsked.get(wanted)?.count ?? 0;
  const pageCount = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(query.page, pageCount);
  const rows = rowsAsked.all({ ...wanted, skip: (page - 1) * perPage });
  return {
    questions: rows.map(({ retired, ...row }) => ({ ...row, isRetired: retired === 1 })),
    count,
    page,
    pageCount,
    topics: topicsOf.all({ bankId }).map((row) => row.topic),
  };
}
