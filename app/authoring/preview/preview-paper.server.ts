import { QuestionTextSchema } from "../../../quizzes/bank-schema";
import type { QuestionText } from "../../../quizzes/engine/question-text";
import { findQuestionTexts } from "../drafts/draft-bank.server";
import type { DraftBlueprint } from "../drafts/draft-file";
import { findQuizBank, type QuizState, quizState, samplePaper, type SampleQuestion } from "../drafts/quiz-bank.server";
import type { DraftPreview } from "./read-preview.server";

/** A paper as one learner might get it; keys and explanations never leave the server. */
export interface PreviewPaper {
  /** Each with the language that it is asked in. Empty where no paper can be drawn; `state` says why. */
  readonly questions: readonly (SampleQuestion & { readonly language: string })[];
  readonly state: QuizState;
  readonly seed: number;
}

/** @param seed from 1; another number is another learner */
export function previewPaper(
  preview: DraftPreview,
  quiz: { societyId: string; blueprint: DraftBlueprint; seed: number },
): PreviewPaper {
  const { blueprint, seed } = quiz;
  const bank = findQuizBank(quiz.societyId, preview.draft.file.bank);
  const state = quizState(blueprint, bank);
  if (bank === null || state.is !== "ready") return { questions: [], state, seed };
  const translated = translationsOf(preview);
  const paper = samplePaper(blueprint, bank, `sample ${String(seed)}`, translated) ?? [];
  const questions = paper.map((sample) => ({
    ...sample,
    language: translated[sample.question.id] === undefined ? "en" : preview.language,
  }));
  return { questions, state, seed };
}

/** Finished translations of questions in the shown language; English is what questions are written in. */
function translationsOf({ language, texts, currentEditionId }: DraftPreview): Record<string, QuestionText> {
  const found = language === "en" ? null : findQuestionTexts({ language, texts, currentEditionId });
  return Object.fromEntries(
    Object.entries(found ?? {}).flatMap(([key, text]) => {
      const parsed = QuestionTextSchema.safeParse(text);
      return parsed.success ? [[key, parsed.data]] : [];
    }),
  );
}
