import { type Draft, type DraftLesson, lessonsOfDraft } from "./draft-file";
import type { DraftFault, DraftForm, Typed } from "./draft-form";
import { isDay, tick, ticked, wholeNumber } from "./form-values";
import { blueprintFields, readBlueprint } from "./quiz-form";

/** The form of one lesson: what every lesson has, and what its kind adds. */
export function lessonForm(lessonId: string): DraftForm {
  const find = ({ file }: Draft) => lessonsOfDraft(file).find(({ id }) => id === lessonId);
  return {
    fieldsOf: (draft) => {
      const lesson = find(draft);
      if (lesson === undefined) return null;
      const { title = "", summary = "" } = draft.words.lessons[lessonId] ?? {};
      const base = { title, summary, minutes: String(lesson.minutes), ...tick("outcome", lesson.outcomes) };
      return { ...base, ...kindFields(lesson) };
    },
    put: (draft, typed) => {
      const lesson = find(draft);
      if (lesson === undefined) return { draft, faults: [] };
      const read = readLesson(lesson, draft, typed);
      const words = { title: typed["title"] ?? "", summary: typed["summary"] ?? "" };
      const titleFault = words.title === "" || words.title.length > 200;
      return {
        draft: withLesson(draft, read.lesson, words),
        faults: [...(titleFault ? [{ field: "title", code: "title" } as const] : []), ...read.faults],
      };
    },
  };
}

function withLesson(draft: Draft, lesson: DraftLesson, words: { title: string; summary: string }): Draft {
  const modules = draft.file.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((candidate) => (candidate.id === lesson.id ? lesson : candidate)),
  }));
  const lessons = { ...draft.words.lessons, [lesson.id]: words };
  return { file: { ...draft.file, modules }, words: { ...draft.words, lessons } };
}

function kindFields(lesson: DraftLesson): Typed {
  switch (lesson.kind) {
    case "webinar":
      return {
        media: lesson.media,
        watchPercent: String(lesson.watchPercent),
        recordedOn: lesson.recordedOn,
        ...(lesson.speechTellsAll ? { speechTellsAll: "yes" } : {}),
        ...tick("speaker", lesson.speakers),
      };
    case "quiz":
      return blueprintFields(lesson.blueprint);
    case "reading":
    case "evaluation":
      return {};
  }
}

interface ReadLesson {
  readonly lesson: DraftLesson;
  readonly faults: readonly DraftFault[];
}

function readLesson(lesson: DraftLesson, draft: Draft, typed: Typed): ReadLesson {
  const minutes = wholeNumber(typed["minutes"], 0, 240);
  const faults: DraftFault[] = minutes === null ? [{ field: "minutes", code: "minutes" }] : [];
  const codes = draft.file.outcomes.map(({ code }) => code);
  const chosen = ticked(typed, "outcome");
  // Codes that the track no longer has stay until somebody unticks them.
  const outcomes = [...codes, ...lesson.outcomes.filter((code) => !codes.includes(code))].filter((code) =>
    chosen.includes(code),
  );
  const base = { minutes: minutes ?? lesson.minutes, outcomes };
  switch (lesson.kind) {
    case "webinar":
      return readWebinar({ ...lesson, ...base }, draft, typed, faults);
    case "quiz": {
      const read = readBlueprint(typed, lesson.blueprint);
      return { lesson: { ...lesson, ...base, blueprint: read.blueprint }, faults: [...faults, ...read.faults] };
    }
    case "reading":
    case "evaluation":
      return { lesson: { ...lesson, ...base }, faults };
  }
}

function readWebinar(
  lesson: Extract<DraftLesson, { kind: "webinar" }>,
  draft: Draft,
  typed: Typed,
  faults: DraftFault[],
): ReadLesson {
  const percent = wholeNumber(typed["watchPercent"], 1, 100);
  const { media = "", recordedOn = "" } = typed;
  if (percent === null) faults.push({ field: "watchPercent", code: "percent" });
  const isDayGood = recordedOn === "" || isDay(recordedOn);
  if (!isDayGood) faults.push({ field: "recordedOn", code: "day" });
  const people = draft.file.authors.map(({ id }) => id);
  const speakers = people.filter((id) => ticked(typed, "speaker").includes(id));
  return {
    lesson: {
      ...lesson,
      media,
      watchPercent: percent ?? lesson.watchPercent,
      recordedOn: isDayGood ? recordedOn : lesson.recordedOn,
      speechTellsAll: typed["speechTellsAll"] === "yes",
      speakers,
    },
    faults,
  };
}
