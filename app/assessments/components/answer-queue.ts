import type { Response } from "../../../quizzes/engine/model";

/**
 * Answers on their way to the server. Each change is kept in the browser's storage first and leaves it only when the
 * server has said that it is on disk; so a lost network, a closed tab and a crashed browser lose nothing.
 */

export interface PendingAnswer {
  readonly questionId: string;
  readonly device: string;
  readonly sequence: number;
  readonly response: Response | null;
}

export type SaveState =
  | { readonly state: "idle" }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "busy" }
  | { readonly state: "offline"; readonly count: number }
  | { readonly state: "retry"; readonly seconds: number }
  | { readonly state: "signed-out" }
  /** The server can't take what waits, for example because somebody else has signed in in this browser. */
  | { readonly state: "refused" }
  | { readonly state: "over" };

/** What the queue tells beside its state. */
export type Notice = "late" | "other-device" | "not-an-answer" | "checked";

export interface QueueParts {
  readonly sittingId: string;
  readonly storage: Storage;
  readonly device: string;
  readonly send: (body: string) => Promise<{ status: number; body: unknown }>;
  readonly onState: (state: SaveState) => void;
  readonly onNotice: (notice: Notice) => void;
  readonly isOnline: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
}

const longestWaitSeconds = 30;

export class AnswerQueue {
  readonly #parts: QueueParts;
  readonly #key: string;
  readonly #counter: string;
  #isSending = false;
  #failures = 0;
  #wake: (() => void) | null = null;
  #isStopped = false;
  #asked: ((arrived: boolean) => void)[] = [];

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#key = `answers:${parts.sittingId}`;
    this.#counter = `sequence:${parts.sittingId}:${parts.device}`;
  }

  /** Everything that the server has not confirmed, the oldest first. Other tabs' answers are among them. */
  pending(): PendingAnswer[] {
    const stored = this.#parts.storage.getItem(this.#key);
    // Only this class writes the entry.
    return stored === null ? [] : (JSON.parse(stored) as PendingAnswer[]);
  }

  /** Keeps a change and starts sending. A newer answer to the same question replaces one that was not sent yet. */
  add(questionId: string, response: Response | null): void {
    const sequence = Number(this.#parts.storage.getItem(this.#counter) ?? "0") + 1;
    this.#parts.storage.setItem(this.#counter, String(sequence));
    const { device } = this.#parts;
    const others = this.pending().filter((answer) => answer.questionId !== questionId || answer.device !== device);
    this.#store([...others, { questionId, device, sequence, response }]);
    if (this.#wake === null) void this.#send();
    else this.#tellPause();
  }

  /**
   * Tries at once, whatever the next attempt was planned for.
   * @returns true when nothing waits any more, false as soon as an attempt fails; the queue then goes on by itself.
   */
  flush(): Promise<boolean> {
    const answered = new Promise<boolean>((resolve) => this.#asked.push(resolve));
    this.#wake?.();
    void this.#send();
    return answered;
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake?.();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.pending()[0]; next !== undefined && !this.#isStopped; next = this.pending()[0]) {
        if (!(await this.#sendOne(next))) return;
      }
    } finally {
      this.#isSending = false;
      this.#answerAsked();
    }
  }

  /** @returns whether to go on with the next one. */
  async #sendOne(answer: PendingAnswer): Promise<boolean> {
    this.#parts.onState({ state: "busy" });
    const answered = await this.#parts
      .send(JSON.stringify({ sittingId: this.#parts.sittingId, ...answer }))
      .catch(() => null);
    if (answered === null || answered.status >= 500 || answered.status === 429) return this.#pause();
    this.#failures = 0;
    const lost = lostFor(answered);
    if (lost !== null) {
      // It can never be taken, so it must not keep the others waiting.
      this.#drop(answer);
      this.#parts.onNotice(lost);
      this.#parts.onState({ state: "idle" });
      return true;
    }
    if (answered.status === 409) {
      // Handed in: what still waits comes too late for good.
      this.#store([]);
      this.#parts.onState({ state: "over" });
      return false;
    }
    if (answered.status !== 200) {
      this.#parts.onState({ state: answered.status === 401 ? "signed-out" : "refused" });
      return false;
    }
    this.#drop(answer);
    this.#told(answered.body);
    return true;
  }

  #drop(answer: PendingAnswer): void {
    this.#store(this.pending().filter((other) => other.device !== answer.device || other.sequence !== answer.sequence));
  }

  #told(body: unknown): void {
    // The hot route answers { savedAt, late, replacedOtherDevice }; anything else is shown as saved without a time.
    const { savedAt, late, replacedOtherDevice } = (body ?? {}) as {
      savedAt?: string;
      late?: boolean;
      replacedOtherDevice?: boolean;
    };
    if (late) this.#parts.onNotice("late");
    if (replacedOtherDevice) this.#parts.onNotice("other-device");
    this.#parts.onState(savedAt === undefined ? { state: "idle" } : { state: "saved", at: savedAt });
  }

  async #pause(): Promise<boolean> {
    this.#failures++;
    const woken = new Promise<void>((resolve) => (this.#wake = resolve));
    this.#tellPause();
    this.#answerAsked();
    await Promise.race([this.#parts.wait(this.#waitSeconds() * 1000), woken]);
    this.#wake = null;
    return !this.#isStopped;
  }

  #waitSeconds(): number {
    return Math.min(longestWaitSeconds, 2 ** this.#failures);
  }

  #tellPause(): void {
    const state = { state: "offline", count: this.pending().length } as const;
    this.#parts.onState(this.#parts.isOnline() ? { state: "retry", seconds: this.#waitSeconds() } : state);
  }

  #answerAsked(): void {
    const arrived = this.pending().length === 0;
    for (const answer of this.#asked.splice(0)) answer(arrived);
  }

  #store(answers: readonly PendingAnswer[]): void {
    if (answers.length === 0) this.#parts.storage.removeItem(this.#key);
    else this.#parts.storage.setItem(this.#key, JSON.stringify(answers));
  }
}

/** Why the server will never take this one answer, though it takes others; null when there is no such reason. */
function lostFor({ status, body }: { status: number; body: unknown }): "not-an-answer" | "checked" | null {
  const { reason } = (body ?? {}) as { reason?: unknown };
  if (status === 422 && reason === "not-an-answer") return reason;
  return status === 409 && reason === "checked" ? reason : null;
}
