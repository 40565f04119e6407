import { Worker } from "node:worker_threads";

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

export interface TypstQueue {
  /** Compiles one document. @throws TypstError */
  render: (job: TypstJob) => Promise<Uint8Array>;
  /** Ends the thread; what still waits is refused. */
  close: () => Promise<void>;
}

/**
 * @param startThread starts the thread; called when there is work and no thread, so that a server that never makes
 *   a certificate never pays for one (about 100 MB)
 */
export function createTypstQueue(startThread: () => Worker): TypstQueue {
  const waiting: Waiting[] = [];
  let thread: Worker | undefined;
  let current: Waiting | undefined;
  let closed = false;
  let drawn = 0;

  function next(): void {
    if (current !== undefined) return;
    current = waiting.shift();
    if (current === undefined) {
      // An idle thread must not keep the process alive.
      thread?.unref();
      return;
    }
    thread ??= start();
    thread.ref();
    thread.postMessage({ id: current.id, content: current.content, timestamp: current.timestamp });
  }

  function start(): Worker {
    const started = startThread();
    let cause = "";
    started.on("message", (answer: Answer) => {
      if (answer.id !== current?.id) return;
      const job = current;
      current = undefined;
      if ("pdf" in answer) job.resolve(answer.pdf);
      else job.reject(new TypstError(answer.error));
      next();
    });
    started.on("error", (error: Error) => (cause = error.message));
    started.on("exit", () => {
      if (thread === started) replace(cause);
    });
    return started;
  }

  function replace(cause: string): void {
    thread = undefined;
    const job = current;
    current = undefined;
    if (job !== undefined) {
      job.deaths += 1;
      if (closed || job.deaths >= MOST_DEATHS) job.reject(new TypstError(`The Typst thread ended. ${cause}`.trim()));
      else waiting.unshift(job);
    }
    next();
  }

  return {
    render: (job) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new TypstError("The Typst queue is closed"));
        drawn += 1;
        waiting.push({ ...job, id: drawn, deaths: 0, resolve, reject });
        next();
      }),
    close: async () => {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new TypstError("The Typst queue is closed"));
      await thread?.terminate();
    },
  };
}
