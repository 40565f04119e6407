import { QuestionSchema } from "../bank-schema";
import type { Question } from "../engine/model";
import { type Imported, ImportRefused, type Loss } from "./imported";
import { withPartNames } from "./part-names";
import { pictureName } from "./picture-name";
import { Ids, slug } from "./question-id";
import { reportShown } from "./report-shown";
import { readTags } from "./tags";

/** A question of a kind, without the fields that all kinds share. */
type BodyOf<Q> = Q extends Question
  ? Omit<Q, "id" | "topic" | "outcomes" | "difficulty" | "professions" | "lesson" | "source" | "stem" | "explanation">
  : never;
export type Body = BodyOf<Question>;

/** Thrown while one question is read: it can't be held. The sentence says why. */
export class ItemLost extends Error {
  readonly what: string;
  constructor(what: string, why: string) {
    super(why);
    this.what = what;
  }
}

/** What a source says about a question besides its kind. */
export interface Described {
  /** What the source calls it. */
  readonly name: string;
  /** An id that its authors gave; empty if none. */
  readonly ownId: string;
  readonly tags: readonly string[];
  readonly stem: string;
  readonly explanation: string;
  readonly ids?: string;
  readonly order?: string;
}

/** More than anybody's bank: larger files are cut into several. */
export const mostQuestions = 5_000;

/** Takes the questions, losses and pictures of one file. */
export class Collector {
  readonly file: string;
  readonly #ids = new Ids();
  readonly #questions: Question[] = [];
  readonly #losses: Loss[] = [];
  readonly #told = new Set<string>();
  readonly #pictures = new Map<string, Uint8Array>();
  #topic = "imported";

  constructor(file: string) {
    this.file = file;
  }

  /** Questions that follow belong to the last part of this path. */
  enterCategory(path: string): void {
    const parts = path.split("/").map((part) => part.trim());
    this.#topic = slug(parts.findLast((part) => part !== "" && !/^\$.*\$$|^top$/.test(part)) ?? "") || "imported";
  }

  /** One line for each thing of an item, however often it occurs there. */
  lost(item: string, what: string, why: string): void {
    const key = JSON.stringify([item, what, why]);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#losses.push({ file: this.file, item, what, why });
  }

  /** The picture's name in the model, or null when the bytes are no picture that is taken. */
  keepPicture(bytes: Uint8Array): string | null {
    const name = pictureName(bytes);
    if (name !== null) this.#pictures.set(name, bytes);
    return name;
  }

  pictureBytes(name: string): Uint8Array | undefined {
    return this.#pictures.get(name);
  }

  /** Takes one question, or reports why the model can't hold it. */
  add(item: string, described: Described, body: Body): void {
    if (this.#questions.length >= mostQuestions) throw new ImportRefused("The file holds more than 5,000 questions.");
    const tagged = readTags(described.tags);
    for (const tag of tagged.unknown)
      this.lost(item, `the tag "${tag}"`, "the model has topics and outcomes, no free tags");
    const id = this.#ids.keep(described.ownId, described.name, described.stem);
    const question = {
      id,
      topic: tagged.topic ?? this.#topic,
      outcomes: tagged.outcomes,
      difficulty: tagged.difficulty ?? 2,
      ...(tagged.professions === undefined ? {} : { professions: tagged.professions }),
      lesson: tagged.lesson ?? null,
      source: tagged.source ?? null,
      stem: described.stem,
      explanation: described.explanation,
      ...body,
    };
    this.#take(item, withPartNames(question, { ids: described.ids ?? "", order: described.order ?? "" }));
  }

  #take(item: string, question: Question): void {
    const checked = QuestionSchema.safeParse(question);
    if (checked.success) {
      this.#questions.push(checked.data);
      reportShown(
        checked.data,
        (name) => this.#pictures.has(name),
        (what, why) => {
          this.lost(item, what, why);
        },
      );
      return;
    }
    const [issue] = checked.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? "" : ` (${issue.path.join(".")})`;
    this.lost(item, "the whole question", `it doesn't fit the model: ${issue?.message ?? "unknown"}${place}`);
  }

  /** Runs one question's reader; an item that can't be held becomes a loss. */
  attempt(item: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof ItemLost)) throw error;
      this.lost(item, error.what, error.message);
    }
  }

  finish(): Imported {
    const used = JSON.stringify(this.#questions);
    const pictures = new Map([...this.#pictures].filter(([name]) => used.includes(name)));
    return { questions: this.#questions, losses: this.#losses, pictures };
  }
}
