/**
 * Texts of a track or a question as a tree of JSON. A translation is a tree of the same shape; every place where the
 * source says something is a unit.
 */
export type TextTree = string | number | boolean | null | readonly TextTree[] | { readonly [key: string]: TextTree };

export interface Leaf {
  readonly path: readonly string[];
  readonly text: string;
}

/** Keys under which a text stands that nobody translates. */
const untranslated = new Set(["language", "match"]);
/** A list of these may be longer in a translation: another language has other right words. */
const growing = "answers";

/** Every place where the tree says something, in the order of the tree. */
export function leaves(tree: TextTree, path: readonly string[] = []): Leaf[] {
  if (typeof tree === "string") return tree.trim() === "" ? [] : [{ path, text: tree }];
  return entriesOf(tree).flatMap(([key, child]) => (untranslated.has(key) ? [] : leaves(child, [...path, key])));
}

type Write = (path: readonly string[], text: string) => string;

/**
 * The target in the shape of the source: what the source has and the target lacks is empty, what only the target has is
 * left out. `write` may put another text in a place.
 */
export function fit(
  source: TextTree,
  target: TextTree | undefined,
  write: Write = (_, text) => text,
  path: readonly string[] = [],
): TextTree {
  if (typeof source === "string") return fitText(source, target, write, path);
  if (isList(source)) {
    const own = isList(target) ? target : [];
    const fitted = source.map((child, i) => fit(child, own[i], write, [...path, String(i)]));
    return path.at(-1) === growing ? [...fitted, ...own.slice(source.length)] : fitted;
  }
  if (!isTable(source)) return sameKind(source, target);
  const own = new Map(isTable(target) ? Object.entries(target) : []);
  return Object.fromEntries(
    Object.entries(source).map(([key, child]) => [key, fit(child, own.get(key), write, [...path, key])]),
  );
}

/** A number, a yes or no: the target's own where it is of the same kind. */
function sameKind(source: TextTree, target: TextTree | undefined): TextTree {
  return target !== undefined && typeof target === typeof source ? target : source;
}

function fitText(source: string, target: TextTree | undefined, write: Write, path: readonly string[]): string {
  if (untranslated.has(path.at(-1) ?? "")) return typeof target === "string" ? target : source;
  return write(path, typeof target === "string" ? target : "");
}

/** What a tree says in a place; empty where it says nothing. */
export function textAt(tree: TextTree | undefined, path: readonly string[]): string {
  const found = path.reduce<TextTree | undefined>((at, step) => {
    if (isList(at)) return at[Number(step)];
    return isTable(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, tree);
  return typeof found === "string" ? found : "";
}

/** Keys and values of a table, places and values of a list; none of anything else. */
export function entriesOf(tree: TextTree): [string, TextTree][] {
  return typeof tree === "object" && tree !== null ? Object.entries(tree as Readonly<Record<string, TextTree>>) : [];
}

function isList(tree: TextTree | undefined): tree is readonly TextTree[] {
  return Array.isArray(tree);
}

function isTable(tree: TextTree | undefined): tree is { readonly [key: string]: TextTree } {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}
