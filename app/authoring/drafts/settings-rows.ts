import { freeId, slugOf } from "../banks/slug";
import type { Draft, DraftFile, DraftLesson } from "./draft-file";
import type { DraftFault, Typed } from "./draft-form";
import { isDay, rowsOf, ticked, wholeNumber } from "./form-values";
import { shippedOutcomes } from "./shipped-outcomes";

/** The lists of a track's settings. A row whose first field is emptied goes. */

type Fault = (field: string, code: DraftFault["code"]) => void;

interface Outcome {
  readonly was: string;
  readonly code: string;
  readonly text: string;
}

/** Outcomes by their codes. A code that changes changes in the lessons too; one that goes is taken out of them. */
export function withOutcomes(draft: Draft, typed: Typed, fault: Fault): Draft {
  const outcomes: Outcome[] = [];
  for (const { at, row } of rowsOf(typed, "outcomes")) {
    const { was = "", text = "" } = row;
    const code = (row["code"] ?? "").toUpperCase();
    if (code === "" && (text === "" || was !== "")) continue;
    if (!/^[A-Z]+-[KSC]\d+$/.test(code)) fault(`${at}.code`, "code");
    else if (outcomes.some((other) => other.code === code)) fault(`${at}.code`, "code-twice");
    else outcomes.push({ was, code, text });
  }
  const chosen = ticked(typed, "shipped").filter((code) => !outcomes.some((other) => other.code === code));
  for (const { code, text } of shippedOutcomes)
    if (chosen.includes(code)) outcomes.push({ was: "", code, text: text[draft.words.language] });
  const renamed = new Map(outcomes.map(({ was, code }) => [was, code]));
  const known = draft.file.outcomes.map(({ code }) => code);
  const next = (code: string) => (known.includes(code) ? (renamed.get(code) ?? null) : code);
  return {
    file: {
      ...draft.file,
      outcomes: outcomes.map(({ code }) => ({ code })),
      modules: withLessons(draft.file, (lesson) => ({
        ...lesson,
        outcomes: lesson.outcomes.flatMap((code) => next(code) ?? []),
      })),
    },
    words: { ...draft.words, outcomes: Object.fromEntries(outcomes.map(({ code, text }) => [code, text])) },
  };
}

function withLessons(file: DraftFile, change: (lesson: DraftLesson) => DraftLesson): DraftFile["modules"] {
  return file.modules.map((module) => ({ ...module, lessons: module.lessons.map(change) }));
}

/** Authors and reviewers with what they declare. Who goes is no speaker any more. */
export function withAuthors(draft: Draft, typed: Typed, fault: Fault): Draft {
  const authors: DraftFile["authors"] = [];
  const words: Record<string, { qualifications: string; interests: string }> = {};
  for (const { at, row } of rowsOf(typed, "authors")) {
    const { name = "", role, declaredOn = "", qualifications = "", interests = "" } = row;
    if (name === "") continue;
    if (name.length > 200) fault(`${at}.name`, "long");
    const isDayGood = declaredOn === "" || isDay(declaredOn);
    if (!isDayGood) fault(`${at}.declaredOn`, "day");
    const isTaken = (id: string) => authors.some((other) => other.id === id);
    const id = freeId((row["id"] ?? "") || slugOf(name, 60, "person"), isTaken);
    const isReviewer = role === "reviewer";
    authors.push({ id, name, role: isReviewer ? "reviewer" : "author", declaredOn: isDayGood ? declaredOn : "" });
    words[id] = { qualifications, interests };
  }
  const modules = withLessons(draft.file, (lesson) =>
    lesson.kind === "webinar"
      ? { ...lesson, speakers: lesson.speakers.filter((speaker) => Object.hasOwn(words, speaker)) }
      : lesson,
  );
  return { file: { ...draft.file, authors, modules }, words: { ...draft.words, authors: words } };
}

/** What the lessons cite. An id is made from the citation once and stays: lessons name it. */
export function withReferences(draft: Draft, typed: Typed, fault: Fault): Draft {
  const references: DraftFile["references"] = [];
  for (const { at, row } of rowsOf(typed, "references")) {
    const { cite = "", url = "" } = row;
    if (cite === "") {
      if (url !== "") fault(`${at}.cite`, "cite");
      continue;
    }
    const year = wholeNumber(row["year"], 1895, 2200);
    if (year === null) fault(`${at}.year`, "year");
    const address = addressOf(url);
    if (address === null) fault(`${at}.url`, "url");
    if (year === null || address === null) continue;
    const isTaken = (id: string) => references.some((other) => other.id === id);
    const id = freeId((row["id"] ?? "") || slugOf(cite, 30, "source"), isTaken);
    references.push({ id, cite, year, ...(address === "" ? {} : { url: address }) });
  }
  return { ...draft, file: { ...draft.file, references } };
}

/** An address, or a bare DOI as its address; null where the text is neither. */
function addressOf(text: string): string | null {
  if (text === "") return "";
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
