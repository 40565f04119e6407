import type { Draft } from "./draft-file";

/** One thing that somebody else did to an outline. */
export interface OutlineChange {
  readonly what: "added" | "deleted" | "renamed" | "moved" | "edited";
  readonly title: string;
  /** The new title of what was renamed. */
  readonly to?: string | undefined;
}

interface Entry {
  readonly title: string;
  readonly home: string;
  readonly order: readonly string[];
  readonly rest: string;
}

function entriesOf({ file, words }: Draft): Map<string, Entry> {
  const modules = file.modules.map(({ id }): [string, Entry] => [
    `module:${id}`,
    { title: words.modules[id] ?? id, home: "", order: file.modules.map((module) => module.id), rest: "" },
  ]);
  const lessons = file.modules.flatMap((module) =>
    module.lessons.map((lesson): [string, Entry] => [
      `lesson:${lesson.id}`,
      {
        title: words.lessons[lesson.id]?.title ?? lesson.id,
        home: module.id,
        order: module.lessons.map(({ id }) => id),
        rest: JSON.stringify([lesson, words.lessons[lesson.id]?.summary]),
      },
    ]),
  );
  return new Map([...modules, ...lessons]);
}

/** What differs between two versions of a draft's outline, in the order of the later one. */
export function outlineChanges(before: Draft, after: Draft): OutlineChange[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, { title }]) => ({ what: "deleted", title }) as const);
  const changed = [...now].flatMap(([key, entry]): OutlineChange[] => {
    const former = old.get(key);
    return former === undefined ? [{ what: "added", title: entry.title }] : changesOf(key, former, entry);
  });
  return [...changed, ...gone];
}

function changesOf(key: string, former: Entry, entry: Entry): OutlineChange[] {
  const id = key.slice(key.indexOf(":") + 1);
  const isMoved = former.home !== entry.home || hasMoved(id, former.order, entry.order);
  return [
    ...(former.title === entry.title ? [] : [{ what: "renamed", title: former.title, to: entry.title } as const]),
    ...(isMoved ? [{ what: "moved", title: entry.title } as const] : []),
    ...(former.rest === entry.rest ? [] : [{ what: "edited", title: entry.title } as const]),
  ];
}

/** Whether others stand before it than did, apart from those that came or went. */
function hasMoved(id: string, before: readonly string[], after: readonly string[]): boolean {
  const stayed = (list: readonly string[], other: readonly string[]) =>
    list
      .slice(0, list.indexOf(id))
      .filter((entry) => other.includes(entry))
      .sort();
  return stayed(before, after).join() !== stayed(after, before).join();
}
