import {
  type EditionText,
  EditionTextSchema,
  type Lesson,
  lessonsOf,
  type Manifest,
  ManifestSchema,
} from "../../app/courses/manifest";
import { type Transaction, transact } from "../../app/platform/db.server";
import { newId, sha256 } from "../../app/platform/ids.server";
import type { Question } from "../../quizzes/engine/model";
import type { QuestionText } from "../../quizzes/engine/question-text";
import { sixQuestions } from "./questions";

type Blueprint = Extract<Lesson, { kind: "quiz" }>["blueprint"];

/** Translations of questions, by key. */
export type GivenTexts = Readonly<Record<string, QuestionText>>;

/** What may differ from the small edition that every test gets. */
export interface EditionWish {
  /** A track that has editions already: this one becomes its next and current edition. */
  readonly track?: { readonly id: string; readonly slug: string; readonly societyId: string };
  readonly slug?: string;
  readonly societyId: string;
  readonly order?: Manifest["order"];
  readonly availability?: "open" | "unlisted" | "invited" | "withdrawn";
  readonly opensAt?: Date;
  readonly accessCode?: string;
  /** Instead of one lesson of each kind. Lessons that have no module yet are put into one. */
  readonly lessons?: readonly Lesson[];
  readonly quiz?: Partial<Blueprint>;
  readonly watchPercent?: number;
  readonly durationMs?: number;
  readonly questions?: readonly Question[];
  /** Languages besides English. Their texts are the English ones with the language in front. */
  readonly languages?: readonly Exclude<EditionText["language"], "en">[];
  /** Of the languages whose questions are translated. */
  readonly questionTexts?: Readonly<Partial<Record<EditionText["language"], GivenTexts>>>;
  readonly manifest?: Partial<Manifest>;
  readonly isCorrection?: boolean;
}

/** A published edition as the tests see it. */
export interface GivenEdition {
  readonly id: string;
  readonly number: number;
  readonly track: { readonly id: string; readonly slug: string; readonly societyId: string };
  readonly manifest: Manifest;
  readonly text: EditionText;
  /** Id of the EditionText row of a language. */
  readonly textIds: Readonly<Record<string, string>>;
  readonly assetId: string;
  readonly bankId: string;
  readonly questions: readonly Question[];
  /** Question key -> id of the pinned revision. */
  readonly revisionIds: Readonly<Record<string, string>>;
}

const wholeBank: Blueprint = {
  fixed: sixQuestions.map((question) => question.id),
  draw: [],
  shuffleQuestions: false,
  shuffleOptions: false,
  passPercent: 75,
  attempts: 3,
  waitMinutes: 0,
  timeLimitMinutes: null,
};

/** One lesson of each kind, in the order in which a learner meets them. */
function oneOfEach(wish: EditionWish, assetId: string): Lesson[] {
  return [
    { kind: "reading", id: "reading", minutes: 10, outcomes: ["T-K1"] },
    {
      kind: "webinar",
      id: "webinar",
      minutes: 5,
      outcomes: ["T-K1"],
      assetId,
      durationMs: wish.durationMs ?? 300_000,
      watchPercent: wish.watchPercent ?? 90,
      recordedOn: "2026-01-15",
      speakers: ["ada"],
      speechTellsAll: true,
    },
    { kind: "quiz", id: "quiz", minutes: 10, outcomes: ["T-K1"], blueprint: { ...wholeBank, ...wish.quiz } },
    { kind: "evaluation", id: "evaluation", minutes: 5, outcomes: [] },
  ];
}

function manifestOf(
  wish: EditionWish,
  slug: string,
  assetId: string,
  revisionIds: Readonly<Record<string, string>>,
): Manifest {
  return ManifestSchema.parse({
    trackSlug: slug,
    modality: "CT",
    professions: ["radiographer"],
    order: wish.order ?? "free",
    accreditation: "none",
    creditHundredths: 0,
    preparedOn: "2026-02-01",
    reviewBy: "2028-02-01",
    authors: [{ id: "ada", name: "Ada Example", role: "author", declaredOn: "2026-01-10" }],
    outcomes: [{ code: "T-K1", kind: "knowledge" }],
    references: [{ id: "euratom", cite: "Council Directive 2013/59/Euratom", year: 2013 }],
    modules: [{ id: "module", lessons: [...(wish.lessons ?? oneOfEach(wish, assetId))] }],
    pool: Object.entries(revisionIds).map(([key, revisionId]) => ({ key, revisionId })),
    ...wish.manifest,
  });
}

/** Keeps translated question texts as publication does. @returns the hash of their body */
export async function keepTexts(tx: Transaction, texts: GivenTexts): Promise<string> {
  const content = JSON.stringify(texts);
  const hash = sha256(content);
  await tx.body.upsert({ where: { hash }, create: { hash, content }, update: {} });
  return hash;
}

function textOf(
  manifest: Manifest,
  language: EditionText["language"],
  bodyHash: string,
  questionTextsHash?: string,
): EditionText {
  const say = (words: string) => (language === "en" ? words : `${language}: ${words}`);
  return EditionTextSchema.parse({
    language,
    title: say(`Track ${manifest.trackSlug}`),
    summary: say("What the track is about"),
    audience: say("Who it is for"),
    needs: say("What was missing"),
    outcomes: Object.fromEntries(manifest.outcomes.map(({ code }) => [code, say(`Outcome ${code}`)])),
    modules: Object.fromEntries(manifest.modules.map(({ id }) => [id, say(`Module ${id}`)])),
    lessons: Object.fromEntries(
      lessonsOf(manifest).map((lesson) => [
        lesson.id,
        {
          title: say(`Lesson ${lesson.id}`),
          summary: say(`What ${lesson.id} is about`),
          ...(lesson.kind === "reading" ? { bodyHash, words: 5 } : {}),
        },
      ]),
    ),
    authors: Object.fromEntries(
      manifest.authors.map(({ id }) => [id, { qualifications: say("Physicist"), interests: say("None") }]),
    ),
    ...(questionTextsHash === undefined ? {} : { questionTextsHash }),
  });
}

async function makeTrack(tx: Transaction, wish: EditionWish): Promise<GivenEdition["track"]> {
  if (wish.track !== undefined) return wish.track;
  const slug = wish.slug ?? `track-${newId()}`;
  const track = { id: newId(), slug, societyId: wish.societyId };
  const { availability = "open", opensAt = null, accessCode = null } = wish;
  await tx.track.create({ data: { ...track, availability, opensAt, accessCode } });
  return track;
}

async function makePool(tx: Transaction, wish: EditionWish, at: Date) {
  const bankId = newId();
  await tx.bank.create({ data: { id: bankId, slug: `bank-${bankId}`, societyId: wish.societyId, title: "A bank" } });
  const revisionIds: Record<string, string> = {};
  for (const question of wish.questions ?? sixQuestions) {
    const content = JSON.stringify(question);
    const revisionId = newId();
    await tx.question.create({
      data: {
        id: newId(),
        bankId,
        key: question.id,
        revisions: { create: { id: revisionId, number: 1, hash: sha256(content), content, createdAt: at } },
      },
    });
    revisionIds[question.id] = revisionId;
  }
  return { bankId, revisionIds };
}

async function makeAsset(tx: Transaction, wish: EditionWish, at: Date): Promise<string> {
  const id = newId();
  await tx.mediaAsset.create({
    data: {
      id,
      host: "local",
      state: "ready",
      title: "A webinar",
      durationMs: wish.durationMs ?? 300_000,
      bytes: 1000,
      width: 1280,
      height: 720,
      sha256: sha256(id),
      locator: `${id}.mp4`,
      audience: "enrolled",
      createdAt: at,
      tracks: {
        create: [
          { kind: "captions", language: "en", vtt: "WEBVTT\n\n00:00.000 --> 00:04.000\nThe first sentence.\n" },
          { kind: "chapters", language: "en", vtt: "WEBVTT\n\n00:00.000 --> 05:00.000\nThe only chapter\n" },
        ],
      },
    },
  });
  return id;
}

/** Writes a small published edition straight through rows, so that no test depends on how editions are published. */
export function makeEdition(wish: EditionWish, at: Date): Promise<GivenEdition> {
  return transact(async (tx) => {
    const track = await makeTrack(tx, wish);
    const { bankId, revisionIds } = await makePool(tx, wish, at);
    const assetId = await makeAsset(tx, wish, at);
    const manifest = manifestOf(wish, track.slug, assetId, revisionIds);
    const id = newId();
    const number = (await tx.edition.count({ where: { trackId: track.id } })) + 1;
    const frozen = JSON.stringify(manifest);
    await tx.edition.create({
      data: {
        id,
        trackId: track.id,
        number,
        hash: sha256(frozen),
        manifest: frozen,
        isCorrection: wish.isCorrection ?? false,
        publishedAt: at,
      },
    });
    const { text, textIds } = await makeTexts(tx, { ...wish, editionId: id, manifest, at });
    await tx.track.update({ where: { id: track.id }, data: { currentEditionId: id } });
    await tx.publicVersion.upsert({
      where: { name: "catalogue" },
      create: { name: "catalogue", version: 1 },
      update: { version: { increment: 1 } },
    });
    return {
      id,
      number,
      track,
      manifest,
      text,
      textIds,
      assetId,
      bankId,
      questions: wish.questions ?? sixQuestions,
      revisionIds,
    };
  });
}

async function makeTexts(
  tx: Transaction,
  input: Pick<EditionWish, "languages" | "questionTexts"> & { editionId: string; manifest: Manifest; at: Date },
) {
  const body = "<p>One two three four five.</p>";
  const bodyHash = sha256(body);
  await tx.body.upsert({ where: { hash: bodyHash }, create: { hash: bodyHash, content: body }, update: {} });
  const textIds: Record<string, string> = {};
  for (const language of ["en", ...(input.languages ?? [])] as const) {
    const translated = input.questionTexts?.[language];
    const questionTextsHash = translated === undefined ? undefined : await keepTexts(tx, translated);
    const content = JSON.stringify(textOf(input.manifest, language, bodyHash, questionTextsHash));
    const id = newId();
    await tx.editionText.create({
      data: {
        id,
        editionId: input.editionId,
        language,
        revision: 1,
        hash: sha256(content),
        content,
        publishedAt: input.at,
      },
    });
    textIds[language] = id;
  }
  return { text: textOf(input.manifest, "en", bodyHash), textIds };
}
