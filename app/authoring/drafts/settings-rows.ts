import { freeId, slugOf } from "../banks/slug";
import type { Draft, DraftFile, DraftLesson } from "./draft-file";
import type { DraftFault, Typed } from "./draft-form";
import { isDay, rowsOf, said, ticked, wholeNumber } from "./form-values";
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
  const typedOnes = readOutcomes(typed, fault);
  const chosen = ticked(typed, "shipped").filter((code) => !typedOnes.some((other) => other.code === code));
  const shipped = shippedOutcomes.filter(({ code }) => chosen.includes(code));
  const outcomes = [
    ...typedOnes,
    ...shipped.map(({ code, text }) => ({ was: "", code, text: text[draft.words.language] })),
  ];
  const renamed = new Map(outcomes.map(({ was, code }) => [was, code]));
  const known = draft.file.outcomes.map(({ code }) => code);
  const next = (code: string) => (known.includes(code) ? (renamed.get(code) ?? []) : code);
  return {
    file: {
      ...draft.file,
      outcomes: outcomes.map(({ code }) => ({ code })),
      modules: withLessons(draft.file, (lesson) => ({ ...lesson, outcomes: lesson.outcomes.flatMap(next) })),
    },
    words: { ...draft.words, outcomes: Object.fromEntries(outcomes.map(({ code, text }) => [code, text])) },
  };
}

function readOutcomes(typed: Typed, fault: Fault): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { at, row } of rowsOf(typed, "outcomes")) {
    const [was, text, code] = [said(row, "was"), said(row, "text"), said(row, "code").toUpperCase()];
    if (code === "" && (text === "" || was !== "")) continue;
    if (!/^[A-Z]+-[KSC]\d+$/.test(code)) fault(`${at}.code`, "code");
    else if (outcomes.some((other) => other.code === code)) fault(`${at}.code`, "code-twice");
    else outcomes.push({ was, code, text });
  }
  return outcomes;
}

function withLessons(file: DraftFile, change: (lesson: DraftLesson) => DraftLesson): DraftFile["modules"] {
  return file.modules.map((module) => ({ ...module, lessons: module.lessons.map(change) }));
}

type Author = DraftFile["authors"][number];

/** Authors and reviewers with what they declare. Who goes is no speaker any more. */
export function withAuthors(draft: Draft, typed: Typed, fault: Fault): Draft {
  const authors: Author[] = [];
  const words: Record<string, { qualifications: string; interests: string }> = {};
  for (const { at, row } of rowsOf(typed, "authors")) {
    if (said(row, "name") === "") continue;
    const author = readAuthor(row, authors, (part, code) => {
      fault(`${at}.${part}`, code);
    });
    authors.push(author);
    words[author.id] = { qualifications: said(row, "qualifications"), interests: said(row, "interests") };
  }
  const modules = withLessons(draft.file, (lesson) =>
    lesson.kind === "webinar"
      ? { ...lesson, speakers: lesson.speakers.filter((speaker) => Object.hasOwn(words, speaker)) }
      : lesson,
  );
  return { file: { ...draft.file, authors, modules }, words: { ...draft.words, authors: words } };
}

function readAuthor(row: Typed, before: readonly Author[], fault: Fault): Author {
  const [name, day] = [said(row, "name"), said(row, "declaredOn")];
  const isDayGood = day === "" || isDay(day);
  if (name.length > 200) fault("name", "long");
  if (!isDayGood) fault("declaredOn", "day");
  const id = freeId(said(row, "id") || slugOf(name, 60, "person"), (taken) =>
    before.some((other) => other.id === taken),
  );
  const role = said(row, "role") === "reviewer" ? "reviewer" : "author";
  return { id, name, role, declaredOn: isDayGood ? day : "" };
}

type Reference = DraftFile["references"][number];

/** What the lessons cite. An id is made from the citation once and stays: lessons name it. */
export function withReferences(draft: Draft, typed: Typed, fault: Fault): Draft {
  const references: Reference[] = [];
  for (const { at, row } of rowsOf(typed, "references")) {
    const reference = readReference(row, references, (part, code) => {
      fault(`${at}.${part}`, code);
    });
    if (reference !== null) references.push(reference);
  }
  return { ...draft, file: { ...draft.file, references } };
}

function readReference(row: Typed, before: readonly Reference[], fault: Fault): Reference | null {
  const [cite, typed] = [said(row, "cite"), said(row, "url")];
  if (cite === "") {
    if (typed !== "") fault("cite", "cite");
    return null;
  }
  const year = wholeNumber(row["year"], 1895, 2200);
  const url = addressOf(typed);
  if (year === null) fault("year", "year");
  if (url === null) fault("url", "url");
  if (year === null || url === null) return null;
  const id = freeId(said(row, "id") || slugOf(cite, 30, "source"), (taken) =>
    before.some((other) => other.id === taken),
  );
  return { id, cite, year, ...(url === "" ? {} : { url }) };
}

/** An address, or a bare DOI as its address; null where the text is neither. */
function addressOf(text: string): string | null {
  if (text === "") return "";
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
