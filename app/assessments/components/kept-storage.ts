/**
 * The browser's storage where it may be used, and the page's memory where it may not: private windows, full storage and
 * strict settings throw. What is only in memory is lost with the page, but it is sent while the page is open.
 */
export class KeptStorage implements Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  readonly #open: () => Storage;
  /** What the storage did not take; null for what it did not forget. */
  readonly #memory = new Map<string, string | null>();

  /** @param open where even asking for the storage may throw */
  constructor(open: () => Storage) {
    this.#open = open;
  }

  getItem(key: string): string | null {
    const kept = this.#memory.get(key);
    if (kept !== undefined) return kept;
    try {
      return this.#open().getItem(key);
    } catch {
      return null;
    }
  }

  setItem(key: string, value: string): void {
    try {
      this.#open().setItem(key, value);
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, value);
    }
  }

  removeItem(key: string): void {
    try {
      this.#open().removeItem(key);
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, null);
    }
  }
}
