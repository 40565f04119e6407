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
  return childrenOf(tree).flatMap(([key, child]) => (untranslated.has(key) ? [] : leaves(child, [...path, key])));
}

/**
 * The target in the shape of the source: what the source has and the target lacks is empty, what only the target has is
 * left out. `write` may put another text in a place.
 */
export function fit(
  source: TextTree,
  target: TextTree | undefined,
  write: (path: readonly string[], text: string) => string = (_, text) => text,
  path: readonly string[] = [],
): TextTree {
  if (typeof source === "string") {
    if (untranslated.has(path.at(-1) ?? "")) return typeof target === "string" ? target : source;
    return write(path, typeof target === "string" ? target : "");
  }
  if (isList(source)) {
    const own = isList(target) ? target : [];
    const fitted = source.map((child, i) => fit(child, own[i], write, [...path, String(i)]));
    return path.at(-1) === growing ? [...fitted, ...own.slice(source.length)] : fitted;
  }
  if (typeof source !== "object" || source === null)
    return typeof target === typeof source ? (target ?? source) : source;
  const own = isTable(target) ? target : {};
  return Object.fromEntries(
    Object.entries(source).map(([key, child]) => [
      key,
      fit(child, Object.hasOwn(own, key) ? own[key] : undefined, write, [...path, key]),
    ]),
  );
}

/** What a tree says in a place; empty where it says nothing. */
export function textAt(tree: TextTree | undefined, path: readonly string[]): string {
  const found = path.reduce<TextTree | undefined>((at, step) => {
    if (isList(at)) return at[Number(step)];
    return isTable(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, tree);
  return typeof found === "string" ? found : "";
}

function childrenOf(tree: TextTree): [string, TextTree][] {
  return typeof tree === "object" && tree !== null ? Object.entries(tree as Readonly<Record<string, TextTree>>) : [];
}

function isList(tree: TextTree | undefined): tree is readonly TextTree[] {
  return Array.isArray(tree);
}

function isTable(tree: TextTree | undefined): tree is { readonly [key: string]: TextTree } {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}
