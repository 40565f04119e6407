import type { AppLoadContext } from "@remix-run/node";
import { invariant } from "./invariant";

/**
 * Still pages: React renders the shell of a page once per key, with marks where the reader's own facts go; a request
 * fills the marks. A page whose shell is known costs no React at all (docs/decisions/0006).
 *
 * A loader says what its page depends on with `stillPage`; entry.server does the rest. Marks are filled by `fill`,
 * the only place that escapes them.
 */

export interface StillPage {
  /**
   * Everything that the shell's markup depends on, language and signed-in or not among them (`readerKey`).
   * Two requests with the same key get the same shell. Null: the page is rendered for each request.
   */
  readonly key: string | null;
  /** Texts for this reader, by the mark's name. Escaped. */
  readonly slots: Readonly<Record<string, string>>;
  /** Finished, sanitised HTML by the mark's name, the same for every reader of the key. Not escaped. */
  readonly html: Readonly<Record<string, string>>;
}

const pages = new WeakMap<AppLoadContext, StillPage>();

const megabyte = 1_048_576;

/**
 * Registers what the page of this request is made of. `data` is computed only where the shell must be rendered;
 * where the shell is known the loader's data is null and no component runs.
 */
export function stillPage<Data>(context: AppLoadContext, page: StillPage, data: () => Data): Data | null {
  pages.set(context, page);
  return page.key !== null && shells.has(page.key) ? null : data();
}

export function registeredStillPage(context: AppLoadContext): StillPage | undefined {
  return pages.get(context);
}

/**
 * The same data with what looks like a mark made harmless: a typed text must not become one. An invisible word joiner
 * behind the bracket is all that changes, and only in such texts.
 */
export function withoutMarks<Data>(data: Data): Data {
  // Plain data of loaders and actions: the copy has the same shape as what came in.
  if (typeof data === "string") return data.replace(/\u27e6(?=[\w.:-]+\u27e7)/g, "\u27e6\u2060") as Data;
  if (Array.isArray(data)) return data.map(withoutMarks) as Data;
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withoutMarks(value)])) as Data;
}

/** A shell cut at its marks: even places are markup, odd places are the names of marks. */
export type Shell = readonly string[];

export function cutShell(markup: string): Shell {
  return markup.split(/\u27e6([\w.:-]+)\u27e7/);
}

/** Puts trusted HTML, which is the same for every reader of the key, into the markup for good. */
export function foldHtml(shell: Shell, html: StillPage["html"]): Shell {
  const folded: string[] = [shell[0] ?? ""];
  for (let i = 1; i < shell.length; i += 2) {
    const [name = "", after = ""] = [shell[i], shell[i + 1]];
    const known = html[name];
    if (known === undefined) folded.push(name, after);
    else folded.push(`${folded.pop() ?? ""}${known}${after}`);
  }
  return folded;
}

/** The reader's fact for a mark, escaped. A mark without a fact is a bug. */
export function slotText(slots: StillPage["slots"], name: string): string {
  const value = slots[name];
  invariant(value !== undefined, `the mark "${name}" of a still page has no value`);
  return escapeHtml(value);
}

/** Puts the reader's facts into a shell. */
export function fill(shell: Shell, page: Pick<StillPage, "slots" | "html">): string {
  const folded = foldHtml(shell, page.html);
  let text = folded[0] ?? "";
  for (let i = 1; i < folded.length; i += 2) text += slotText(page.slots, folded[i] ?? "") + (folded[i + 1] ?? "");
  return text;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Safe as element text and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => entities[c] ?? c) : text;
}

/** Least recently used entries go first once the values' bytes pass the limit. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { value: Value; bytes: number }>();
  #bytes = 0;
  readonly #limit: number;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  set(key: string, value: Value, bytes: number): void {
    const before = this.#entries.get(key);
    if (before !== undefined) this.#bytes -= before.bytes;
    this.#entries.delete(key);
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#limit) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}

/** Shells by the page's key, trusted HTML folded in, bounded by their markup's bytes. */
export const shells = new BoundedCache<Shell>(32 * megabyte);

/**
 * Paths whose last answer was a shell with a key. The server answers them from loaders and shell alone, without Remix's
 * router and renderer around them (server/still-pages).
 */
export const stillPaths = new BoundedCache<true>(megabyte);

/** What the root loader says of the reader; the fields that a shell must not keep. */
export interface RootFacts {
  readonly locale: string;
  readonly theme: string;
  readonly path: string;
  readonly signInHref: string;
  readonly reader: { readonly name: string } | null;
}

const nobody: RootFacts = { locale: "en", theme: "system", path: "/", signInHref: "/sign-in", reader: null };

/**
 * The reader's facts that every page shows, by the name of the mark that they fill.
 * @param reference the number that an error page shows
 */
export function rootSlots(root: RootFacts | null, reference: string): Record<string, string> {
  const { theme, path, signInHref, reader } = root ?? nobody;
  return { reference, theme, path, signInHref, "reader.name": reader?.name ?? "" };
}
