import type { Question } from "../../../quizzes/engine/model";
import { freeId } from "./slug";

/** What an import does with one question of the file. */
export type PlannedQuestion =
  | { readonly fate: "new"; readonly question: Question }
  /** Its id is taken: it comes in beside the other one, under the id that the question here has. */
  | { readonly fate: "renamed"; readonly question: Question; readonly wanted: string }
  /** Becomes the next revision of the question that has its id. */
  | { readonly fate: "revision"; readonly question: Question }
  /** The bank holds this very text under this id. */
  | { readonly fate: "there"; readonly question: Question };

/** What happens to a question whose id the bank knows with another text. */
export type OnClash = "beside" | "revise";

/**
 * What an import would do, in the order of the file. Ids that the file itself uses twice are told apart as well.
 * @param known id -> whether this question is the text of its latest revision; undefined where the id is free
 */
export function planImport(
  questions: readonly Question[],
  known: (id: string) => ((question: Question) => boolean) | undefined,
  onClash: OnClash,
): PlannedQuestion[] {
  const taken = new Set<string>();
  const isTaken = (id: string) => taken.has(id) || known(id) !== undefined;
  return questions.map((question) => {
    const isSame = known(question.id);
    const isFirst = !taken.has(question.id);
    const planned = plan(question, { isSame: isFirst ? isSame : undefined, isFirst, onClash, isTaken });
    taken.add(planned.question.id);
    return planned;
  });
}

function plan(
  question: Question,
  about: {
    isSame: ((question: Question) => boolean) | undefined;
    isFirst: boolean;
    onClash: OnClash;
    isTaken: (id: string) => boolean;
  },
): PlannedQuestion {
  if (about.isSame === undefined && about.isFirst) return { fate: "new", question };
  if (about.isSame?.(question) === true) return { fate: "there", question };
  if (about.isSame !== undefined && about.onClash === "revise") return { fate: "revision", question };
  return { fate: "renamed", wanted: question.id, question: { ...question, id: freeId(question.id, about.isTaken) } };
}
