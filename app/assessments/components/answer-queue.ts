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

/** "Look again later" on its way. It travels with the answers, so that it is there on another device too. */
export interface PendingFlag extends Omit<PendingAnswer, "response"> {
  readonly flagged: boolean;
}

type Pending = PendingAnswer | PendingFlag;
const isAnswer = (entry: Pending): entry is PendingAnswer => "response" in entry;
const isFlag = (entry: Pending): entry is PendingFlag => !isAnswer(entry);

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

/** Why the server will never take one answer, though it takes others. The answer is given up. */
export type Loss = "not-an-answer" | "checked" | "not-taken";

/** What the queue tells beside its state. */
export type Notice = "late" | "other-device" | Loss;

export interface QueueParts {
  readonly sittingId: string;
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly device: string;
  readonly send: (lane: "answers" | "flags", body: string) => Promise<{ status: number; body: unknown }>;
  readonly onState: (state: SaveState) => void;
  readonly onNotice: (notice: Notice, questionId: string) => void;
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
    return this.#waiting().filter(isAnswer);
  }

  /** Flags that the server has not confirmed. */
  pendingFlags(): PendingFlag[] {
    return this.#waiting().filter(isFlag);
  }

  #waiting(): Pending[] {
    const stored = this.#parts.storage.getItem(this.#key);
    // Only this class writes the entry.
    return stored === null ? [] : (JSON.parse(stored) as Pending[]);
  }

  /** Keeps a change and starts sending. A newer answer to the same question replaces one that was not sent yet. */
  add(questionId: string, response: Response | null): void {
    const { device } = this.#parts;
    this.#keep({ questionId, device, sequence: this.#nextNumber(), response });
  }

  /** The same for "look again later". */
  flag(questionId: string, flagged: boolean): void {
    const { device } = this.#parts;
    this.#keep({ questionId, device, sequence: this.#nextNumber(), flagged });
  }

  #nextNumber(): number {
    const sequence = Number(this.#parts.storage.getItem(this.#counter) ?? "0") + 1;
    this.#parts.storage.setItem(this.#counter, String(sequence));
    return sequence;
  }

  #keep(entry: Pending): void {
    const isReplaced = (other: Pending) =>
      other.questionId === entry.questionId && other.device === entry.device && isAnswer(other) === isAnswer(entry);
    this.#store([...this.#waiting().filter((other) => !isReplaced(other)), entry]);
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
      for (let next = this.#waiting()[0]; next !== undefined && !this.#isStopped; next = this.#waiting()[0]) {
        if (!(await this.#sendOne(next))) return;
      }
    } finally {
      this.#isSending = false;
      this.#answerAsked();
    }
  }

  /** @returns whether to go on with the next one. */
  async #sendOne(entry: Pending): Promise<boolean> {
    this.#parts.onState({ state: "busy" });
    const lane = isAnswer(entry) ? "answers" : "flags";
    const answered = await this.#parts
      .send(lane, JSON.stringify({ sittingId: this.#parts.sittingId, ...entry }))
      .catch(() => null);
    if (answered === null || answered.status >= 500 || answered.status === 429) return this.#pause();
    this.#failures = 0;
    if (answered.status === 200) {
      this.#drop(entry);
      this.#told(answered.body, entry.questionId);
      return true;
    }
    if (isLost(entry, answered)) {
      // It can never be taken, so it must not keep the others waiting.
      this.#drop(entry);
      if (isAnswer(entry)) this.#parts.onNotice(lossOf(answered), entry.questionId);
      this.#parts.onState({ state: "idle" });
      return true;
    }
    return this.#stay(answered.status);
  }

  /** Nothing can be sent any more, or nothing until the learner has done something about it. */
  #stay(status: number): false {
    // Handed in: what still waits comes too late for good.
    if (status === 409) this.#store([]);
    this.#parts.onState({ state: status === 409 ? "over" : status === 401 ? "signed-out" : "refused" });
    return false;
  }

  #drop(entry: Pending): void {
    this.#store(this.#waiting().filter((other) => other.device !== entry.device || other.sequence !== entry.sequence));
  }

  #told(body: unknown, questionId: string): void {
    // The hot route answers { savedAt, late, replacedOtherDevice }; anything else is shown as saved without a time.
    const { savedAt, late, replacedOtherDevice } = (body ?? {}) as {
      savedAt?: string;
      late?: boolean;
      replacedOtherDevice?: boolean;
    };
    if (late) this.#parts.onNotice("late", questionId);
    if (replacedOtherDevice) this.#parts.onNotice("other-device", questionId);
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
    const arrived = this.#waiting().length === 0;
    for (const answer of this.#asked.splice(0)) answer(arrived);
  }

  #store(entries: readonly Pending[]): void {
    if (entries.length === 0) this.#parts.storage.removeItem(this.#key);
    else this.#parts.storage.setItem(this.#key, JSON.stringify(entries));
  }
}

interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

const reasonOf = ({ body }: Refusal) => ((body ?? {}) as { reason?: unknown }).reason;

/** Whether the server takes other entries, and never this one. A flag is a note to oneself: no refusal is worth a stop. */
function isLost(entry: Pending, refusal: Refusal): boolean {
  if (!isAnswer(entry)) return refusal.status !== 401;
  if (refusal.status === 409) return reasonOf(refusal) === "checked";
  return [400, 413, 422].includes(refusal.status) || reasonOf(refusal) === "no-such-question";
}

function lossOf(refusal: Refusal): Loss {
  const reason = reasonOf(refusal);
  return reason === "checked" || reason === "not-an-answer" ? reason : "not-taken";
}
