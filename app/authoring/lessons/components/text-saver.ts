import { z } from "zod";
import { tidyText } from "../tidy-text";

/** What the page says about the text. */
export type SaveState =
  | { readonly state: "idle" }
  | { readonly state: "unsaved" }
  | { readonly state: "busy" }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "offline" }
  | { readonly state: "retry"; readonly seconds: number }
  | { readonly state: "signed-out" }
  | { readonly state: "too-long" }
  | { readonly state: "refused" }
  | { readonly state: "newer"; readonly latest: NewerText; readonly mine: string };

const NewerText = z.object({ version: z.number(), content: z.string(), by: z.string().nullable(), at: z.string() });
export type NewerText = z.infer<typeof NewerText>;

const SavedAnswer = z.object({ version: z.number(), at: z.string(), content: z.string() });
const NewerAnswer = z.object({ latest: NewerText });
const Kept = z.object({ base: z.number(), content: z.string() });

export interface SaverSurroundings {
  /** Names the text in the browser's storage. */
  readonly key: string;
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** @returns the status, 401 for somebody who is signed out, and the body; rejects where there is no network */
  readonly send: (
    intent: "save" | "theirs",
    base: number,
    content: string,
  ) => Promise<{ status: number; body: unknown }>;
  readonly isOnline: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
  readonly onState: (state: SaveState) => void;
}

/** How long typing must rest before the text is sent, and the longest wait before another try. */
const restMs = 2_000;
const longestWait = 30;

const refusals: Readonly<Record<number, "signed-out" | "too-long">> = { 401: "signed-out", 422: "too-long" };

/**
 * Saves one text while it is written. What is not confirmed yet stands in the browser's storage, so that it survives a
 * reload and a cut network. One save is on its way at a time; each names the version that it is based on.
 */
export class TextSaver {
  readonly #around: SaverSurroundings;
  #base: number;
  #saved: string;
  #pending: string | null = null;
  #isSending = false;
  #isHeld = false;
  #changes = 0;
  #failures = 0;

  constructor(around: SaverSurroundings, version: number, text: string) {
    this.#around = around;
    this.#base = version;
    this.#saved = tidyText(text);
    this.#takeKept();
  }

  /** The text to begin with: what waited in this browser, or what the server has. */
  get text(): string {
    return this.#pending ?? this.#saved;
  }

  get isPending(): boolean {
    return this.#pending !== null || this.#isSending;
  }

  #takeKept(): void {
    const { storage, key } = this.#around;
    let kept: z.infer<typeof Kept> | undefined;
    try {
      kept = Kept.safeParse(JSON.parse(storage.getItem(key) ?? "null")).data;
    } catch {
      // Not ours, or cut off: there is nothing to take.
      return;
    }
    if (kept === undefined || kept.content === this.#saved) {
      storage.removeItem(key);
      return;
    }
    this.#base = kept.base;
    this.#pending = kept.content;
  }

  /** Takes note of what the writer has now; sends it when typing rests. */
  change(text: string): void {
    const content = tidyText(text);
    if (content === this.#pending || (this.#pending === null && !this.#isSending && content === this.#saved)) return;
    this.#pending = content;
    this.#keep();
    this.#changes += 1;
    const change = this.#changes;
    if (this.#isHeld) return;
    if (!this.#isSending) this.#around.onState({ state: "unsaved" });
    void this.#around.wait(restMs).then(() => (change === this.#changes ? this.flush() : undefined));
  }

  #keep(): void {
    const { storage, key } = this.#around;
    try {
      storage.setItem(key, JSON.stringify({ base: this.#base, content: this.#pending }));
    } catch {
      // A full storage costs the safety net, not the text: it is still on the page and on its way.
    }
  }

  /** Sends what waits, now. */
  async flush(): Promise<void> {
    if (this.#isSending || this.#isHeld) return;
    while (this.#pending !== null) {
      const content = this.#pending;
      if (!this.#around.isOnline()) {
        this.#around.onState({ state: "offline" });
        return;
      }
      this.#isSending = true;
      this.#around.onState({ state: "busy" });
      const answer = await this.#around.send("save", this.#base, content).catch(() => null);
      this.#isSending = false;
      if (!this.#take(answer, content)) return;
    }
  }

  /** @returns whether the text was saved */
  #take(answer: { status: number; body: unknown } | null, content: string): boolean {
    const { onState, storage, key } = this.#around;
    const saved = answer?.status === 200 ? SavedAnswer.safeParse(answer.body).data : undefined;
    if (saved !== undefined) {
      this.#failures = 0;
      this.#base = saved.version;
      this.#saved = saved.content;
      if (this.#pending === content) {
        this.#pending = null;
        storage.removeItem(key);
      } else this.#keep();
      onState({ state: "saved", at: saved.at });
      return true;
    }
    this.#explain(answer, content);
    return false;
  }

  #explain(answer: { status: number; body: unknown } | null, content: string): void {
    const { onState, isOnline } = this.#around;
    if (answer === null && !isOnline()) {
      onState({ state: "offline" });
      return;
    }
    if (answer === null || answer.status >= 500 || answer.status === 429) {
      this.#tryLater();
      return;
    }
    const newer = answer.status === 409 ? NewerAnswer.safeParse(answer.body).data : undefined;
    if (newer === undefined) onState({ state: refusals[answer.status] ?? "refused" });
    else {
      this.#isHeld = true;
      onState({ state: "newer", latest: newer.latest, mine: this.#pending ?? content });
    }
  }

  #tryLater(): void {
    this.#failures += 1;
    const seconds = Math.min(longestWait, 2 ** this.#failures);
    this.#around.onState({ state: "retry", seconds });
    void this.#around.wait(seconds * 1000).then(() => this.flush());
  }

  /** Answers a conflict: the writer's text follows the other one. Used for "keep mine" and for merging by hand. */
  async follow(latest: NewerText): Promise<void> {
    this.#isHeld = false;
    this.#base = latest.version;
    this.#keep();
    await this.flush();
  }

  /** Goes on from the other's text without sending yet, so that both can be merged by hand. */
  mergeFrom(latest: NewerText): void {
    this.#isHeld = false;
    this.#base = latest.version;
    this.#keep();
    this.#around.onState({ state: "unsaved" });
  }

  /** Answers a conflict with the other's text; the writer's own goes into the history first. @returns the text to show, or null */
  async takeOther(latest: NewerText): Promise<string | null> {
    const mine = this.#pending ?? this.#saved;
    this.#around.onState({ state: "busy" });
    const answer = await this.#around.send("theirs", latest.version, mine).catch(() => null);
    const saved = answer?.status === 200 ? SavedAnswer.safeParse(answer.body).data : undefined;
    if (saved !== undefined) this.#isHeld = false;
    return this.#take(answer, mine) ? (saved?.content ?? null) : null;
  }
}
