import { BankSchema, BankTextSchema } from "../../quizzes/bank-schema";
import { type ByKind, byKind } from "../../quizzes/engine/by-kind";
import type { Question } from "../../quizzes/engine/model";
import type { QuestionText } from "../../quizzes/engine/question-text";
import { sixQuestions } from "./questions";
import type { PublicationSource } from "../../app/authoring/publication";
import { TrackFile, TrackText } from "../../app/authoring/track-file";

export const recording = { assetId: "small-track-000000000000", durationMs: 240_000 };

const bank = BankSchema.parse({
  slug: "small-bank",
  title: "A small bank",
  language: "en",
  canary: "canary-abcdefgh",
  questions: sixQuestions.map((question, index) =>
    index === 0 ? { ...question, explanation: "Because canary-abcdefgh" } : question,
  ),
});

const file = TrackFile.parse({
  slug: "small-track",
  society: "esr",
  modality: "CT",
  bank: "small-bank",
  languages: ["en", "de"],
  professions: ["radiographer"],
  order: "free",
  accreditation: "none",
  creditHundredths: 0,
  preparedOn: "2026-02-01",
  reviewBy: "2028-02-01",
  authors: [
    { id: "one", name: "Author One", role: "author", declaredOn: "2026-01-10" },
    { id: "two", name: "Reviewer Two", role: "reviewer", declaredOn: "2026-01-11" },
  ],
  outcomes: [{ code: "T-K1" }],
  references: [{ id: "icrp-135", cite: "ICRP Publication 135, 2017.", year: 2017 }],
  modules: [
    {
      id: "all",
      lessons: [
        { id: "reading", kind: "reading", minutes: 10, outcomes: ["T-K1"] },
        {
          id: "webinar",
          kind: "webinar",
          minutes: 4,
          outcomes: [],
          media: "recording",
          watchPercent: 90,
          recordedOn: "2026-01-20",
          speakers: ["one"],
          speechTellsAll: true,
        },
        {
          id: "quiz",
          kind: "quiz",
          minutes: 10,
          outcomes: ["T-K1"],
          blueprint: {
            fixed: [],
            draw: [{ count: 6 }],
            shuffleQuestions: true,
            shuffleOptions: true,
            passPercent: 70,
            attempts: 3,
            waitMinutes: 0,
            timeLimitMinutes: null,
          },
        },
        { id: "evaluation", kind: "evaluation", minutes: 4, outcomes: [] },
      ],
    },
  ],
});

function textIn(language: "en" | "de"): TrackText {
  const lesson = (title: string) => ({ title: `${language}: ${title}`, summary: `Summary of ${title}` });
  return TrackText.parse({
    language,
    title: `${language}: A small track`,
    summary: "Summary",
    audience: "Audience",
    needs: "Needs",
    outcomes: { "T-K1": "Knows it." },
    modules: { all: "All" },
    lessons: {
      reading: lesson("Reading"),
      webinar: lesson("Webinar"),
      quiz: lesson("Quiz"),
      evaluation: lesson("Evaluation"),
    },
    authors: { one: { qualifications: "MD", interests: "None." }, two: { qualifications: "PhD", interests: "None." } },
    drawings: { cylinder: { size: language === "de" ? "Körper, 32 cm" : "Body, 32 cm" } },
  });
}

type GapText = NonNullable<QuestionText["gaps"]>[string];
const whyById = (options: readonly { readonly id: string; readonly text: string; readonly why: string }[]) =>
  Object.fromEntries(options.map(({ id, text, why }) => [id, { text, why }]));
const feedbackOf = (mistakes: readonly { readonly feedback: string }[]) => mistakes.map(({ feedback }) => feedback);

/** The question's own texts as a translation, without stem and explanation. */
const ownTexts: ByKind<Partial<QuestionText>> = {
  single: ({ options }) => ({ options: whyById(options) }),
  multiple: ({ options }) => ({ options: whyById(options) }),
  "true-false": ({ why }) => ({ why }),
  numeric: ({ mistakes }) => ({ mistakes: feedbackOf(mistakes) }),
  calculated: ({ mistakes }) => ({ mistakes: feedbackOf(mistakes) }),
  matching: ({ left, right }) => ({ left: textsOf(left), right: textsOf(right) }),
  ordering: ({ items }) => ({ items: textsOf(items) }),
  "short-text": ({ answers }) => ({ answers }),
  cloze: ({ gaps }) => ({
    gaps: Object.fromEntries<GapText>(
      gaps.map((gap) => {
        switch (gap.kind) {
          case "choice":
            return [gap.id, { options: whyById(gap.options) }];
          case "text":
            return [gap.id, { answers: gap.answers }];
          case "number":
            return [gap.id, { mistakes: feedbackOf(gap.mistakes) }];
        }
      }),
    ),
  }),
  hotspot: ({ regions, picture }) => ({ regions: whyById(regions), alt: picture.alt }),
  labelling: ({ labels, picture }) => ({ labels: textsOf(labels), alt: picture.alt }),
  "script-concordance": ({ hypothesis, finding }) => ({ hypothesis, finding }),
  likert: ({ scale }) => ({ scale: textsOf(scale) }),
  essay: ({ rubric, model }) => ({
    rubric: Object.fromEntries(rubric.map(({ id, text, levels }) => [id, { text, levels: textsOf(levels) }])),
    model,
  }),
};

function translate(question: Question): QuestionText {
  return { ...byKind(ownTexts, question), stem: `de: ${question.stem}`, explanation: question.explanation };
}

function textsOf(labels: readonly { id: string; text: string }[]): Record<string, string> {
  return Object.fromEntries(labels.map(({ id, text }) => [id, text]));
}

const lesson = (words: string) =>
  `${words} :ref[icrp-135]\n\n:::figure{drawing="cylinder" alt="A circle"}\n**Figure 1.** A circle.\n:::\n`;

/** A track in two languages that can be published: one lesson of each kind, a drawing, a reference, six questions. */
export const smallTrack = {
  file,
  texts: [textIn("en"), textIn("de")],
  lessons: { "reading.en": lesson("The lead."), "reading.de": lesson("Der Vorspann.") },
  drawings: {
    cylinder: '<svg viewBox="0 0 64 36"><circle cx="9" cy="9" r="4"/><text x="9" y="30">{{size}}</text></svg>',
  },
  bank,
  bankTexts: [
    BankTextSchema.parse({
      slug: bank.slug,
      language: "de",
      questions: Object.fromEntries(bank.questions.map((question) => [question.id, translate(question)])),
    }),
  ],
  media: { recording },
} satisfies PublicationSource;
