import type { Question, Source } from "../engine/model";
import { slug } from "./question-id";

/** What a question's tags say; absent = not said. */
export interface Tagged {
  readonly topic?: string;
  readonly outcomes: readonly string[];
  readonly difficulty?: 1 | 2 | 3;
  readonly professions?: readonly string[];
  readonly lesson?: string;
  readonly source?: Source;
  /** Tags that mean nothing to the model. */
  readonly unknown: readonly string[];
}

const outcomeCode = /^[A-Z]+-[KSC]\d+$/;

/** The tags that carry what other formats have no place for: "topic:beam", "outcome:CT-K1", "source:V 2013 …". */
export function tagsOf(question: Question): string[] {
  const { source } = question;
  return [
    `topic:${question.topic}`,
    ...question.outcomes.map((code) => `outcome:${code}`),
    `difficulty:${String(question.difficulty)}`,
    ...(question.professions ?? []).map((profession) => `profession:${profession}`),
    ...(question.lesson === null ? [] : [`lesson:${question.lesson}`]),
    ...(source === null ? [] : [`source:${source.mark} ${String(source.year)} ${source.cite}`]),
  ];
}

function valuesOf(tags: readonly string[], name: string): string[] {
  return tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1).trim());
}

function sourceOf(tags: readonly string[]): Source | undefined {
  const [, mark, year, cite] = /^([VM]) (\d{4}) ([\s\S]+)$/.exec(valuesOf(tags, "source")[0] ?? "") ?? [];
  if (mark === undefined || cite === undefined) return undefined;
  return { mark: mark === "V" ? "V" : "M", year: Number(year), cite };
}

const difficulties: Readonly<Record<string, 1 | 2 | 3>> = { "1": 1, "2": 2, "3": 3 };

/** Reads tags, those of other people too: a code of a learning outcome is taken with and without its prefix. */
export function readTags(tags: readonly string[]): Tagged {
  const isOurs = (tag: string) =>
    /^(topic|outcome|difficulty|profession|lesson|source):/.test(tag) || outcomeCode.test(tag);
  const named = [...valuesOf(tags, "outcome"), ...tags].filter((tag) => outcomeCode.test(tag));
  const difficulty = difficulties[valuesOf(tags, "difficulty")[0] ?? ""];
  const professions = valuesOf(tags, "profession")
    .map((name) => slug(name))
    .filter((name) => name !== "");
  const topic = slug(valuesOf(tags, "topic")[0] ?? "");
  const lesson = slug(valuesOf(tags, "lesson")[0] ?? "");
  const source = sourceOf(tags);
  return {
    outcomes: [...new Set(named)],
    unknown: tags.filter((tag) => !isOurs(tag)),
    ...(topic === "" ? {} : { topic }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(professions.length === 0 ? {} : { professions }),
    ...(lesson === "" ? {} : { lesson }),
    ...(source === undefined ? {} : { source }),
  };
}
