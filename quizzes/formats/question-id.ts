const longest = 80;

/** Lower-case words joined by hyphens, as ids are written; empty when the text holds no letter or digit of the alphabet. */
export function slug(text: string, most = longest): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[µμ]/g, "u")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf("-");
  return cut.slice(0, end > most / 2 ? end : most).replace(/-$/, "");
}

/** Hands out ids that differ: the second question of a name gets "-2". */
export class Ids {
  readonly #taken = new Set<string>();
  /** The number that the next question of a name may try. */
  readonly #next = new Map<string, number>();

  /** The first of the texts that makes an id, made unique. */
  take(...texts: readonly string[]): string {
    const wanted = texts.map((text) => slug(text, longest - 6)).find((text) => text !== "") ?? "question";
    let id = wanted;
    let count = this.#next.get(wanted) ?? 2;
    for (; this.#taken.has(id); count += 1) id = `${wanted}-${String(count)}`;
    this.#next.set(wanted, count);
    this.#taken.add(id);
    return id;
  }

  /** An id that somebody chose with care is kept when it is one and still free; otherwise the texts decide. */
  keep(own: string, ...texts: readonly string[]): string {
    if (own.length <= longest && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(own) && !this.#taken.has(own)) {
      this.#taken.add(own);
      return own;
    }
    return this.take(own, ...texts);
  }
}

/** "a" to "z", then "a2": ids of options and labels that have no name of their own. */
export function partId(index: number): string {
  const round = Math.floor(index / 26);
  return `${String.fromCharCode(97 + (index % 26))}${round === 0 ? "" : String(round + 1)}`;
}
