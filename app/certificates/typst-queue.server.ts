import type { Worker } from "node:worker_threads";

/**
 * Documents wait here for the Typst thread. One is compiled at a time; a thread that dies is replaced and the document
 * that it held is tried once more, because it may only have been unlucky.
 */

export interface TypstJob {
  /** The content as JSON, as the template reads it. */
  content: string;
  /** Date of the document in seconds since 1970; it makes the bytes repeatable. */
  timestamp: number;
}

/** Typst refused the content, or its thread died twice over the same document. */
export class TypstError extends Error {
  override name = "TypstError";
}

type Answer = { id: number; pdf: Uint8Array } | { id: number; error: string };
interface Waiting extends TypstJob {
  id: number;
  deaths: number;
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

const MOST_DEATHS = 2;

export class TypstQueue {
  readonly #startThread: () => Worker;
  readonly #waiting: Waiting[] = [];
  #thread: Worker | undefined;
  #current: Waiting | undefined;
  #closed = false;
  #drawn = 0;

  /**
   * @param startThread starts the thread; called when there is work and no thread, so that a server that never makes
   *   a certificate never pays for one (about 60 MB)
   */
  constructor(startThread: () => Worker) {
    this.#startThread = startThread;
  }

  /** Compiles one document. @throws TypstError */
  render(job: TypstJob): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new TypstError("The Typst queue is closed"));
        return;
      }
      this.#drawn += 1;
      this.#waiting.push({ ...job, id: this.#drawn, deaths: 0, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread; what still waits is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(new TypstError("The Typst queue is closed"));
    await this.#thread?.terminate();
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) {
      // An idle thread must not keep the process alive.
      this.#thread?.unref();
      return;
    }
    this.#thread ??= this.#start();
    this.#current = job;
    this.#thread.ref();
    this.#thread.postMessage({ id: job.id, content: job.content, timestamp: job.timestamp });
  }

  #start(): Worker {
    const thread = this.#startThread();
    let cause = "";
    thread.on("message", (answer: Answer) => {
      this.#take(answer);
    });
    thread.on("error", (error: Error) => {
      cause = error.message;
    });
    thread.on("exit", () => {
      this.#mourn(cause);
    });
    return thread;
  }

  #take(answer: Answer): void {
    const job = this.#current;
    if (job?.id !== answer.id) return;
    this.#current = undefined;
    if ("pdf" in answer) job.resolve(answer.pdf);
    else job.reject(new TypstError(answer.error));
    this.#next();
  }

  /** The thread has ended: its document goes back to the head of the queue, or is refused when it was its second. */
  #mourn(cause: string): void {
    const job = this.#current;
    this.#thread = undefined;
    this.#current = undefined;
    if (job !== undefined) {
      job.deaths += 1;
      if (this.#closed || job.deaths >= MOST_DEATHS) {
        job.reject(new TypstError(`The Typst thread ended. ${cause}`.trim()));
      } else {
        this.#waiting.unshift(job);
      }
    }
    this.#next();
  }
}
