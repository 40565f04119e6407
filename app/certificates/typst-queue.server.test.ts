import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { exampleSource } from "./certificate.fixture";
import { composeDocument } from "./document-content";
import { TypstQueue } from "./typst-queue.server";

const file = new URL("./typst-worker.mjs", import.meta.url);
const job = (name: string) => ({
  content: JSON.stringify(composeDocument(exampleSource(name))),
  timestamp: 1_790_000_000,
});
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";

let queue: TypstQueue | undefined;
afterEach(() => queue?.close());

/** A queue whose first threads are given and whose later ones are real; every thread is kept for the test. */
function queueWith(first: (() => Worker)[] = []) {
  const threads: Worker[] = [];
  queue = new TypstQueue(() => {
    const thread = first[threads.length]?.() ?? new Worker(file);
    threads.push(thread);
    return thread;
  });
  return { queue, threads };
}
const dyingThread = () => new Worker("process.exit(3)", { eval: true });

test("no thread is started before the first document", () => {
  expect(queueWith().threads).toHaveLength(0);
});

test("documents asked for at once come back each to its asker, from one thread", async () => {
  const { queue, threads } = queueWith();
  const alone = await Promise.all(["Anna", "Berta", "Clara"].map((name) => queue.render(job(name))));
  expect(alone.every(isPdf)).toBe(true);
  expect(new Set(alone.map((pdf) => Buffer.from(pdf).toString("base64"))).size).toBe(3);
  expect(Buffer.from(await queue.render(job("Berta"))).equals(alone[1] ?? Buffer.alloc(0))).toBe(true);
  expect(threads).toHaveLength(1);
});

test("a thread that dies over a document is replaced, and the document is made", async () => {
  const { queue, threads } = queueWith();
  const waiting = Promise.all([queue.render(job("Anna")), queue.render(job("Berta"))]);
  await threads[0]?.terminate();
  expect((await waiting).every(isPdf)).toBe(true);
  expect(threads).toHaveLength(2);
});

test("a document that kills its thread twice is refused, and the next one is made", async () => {
  const { queue, threads } = queueWith([dyingThread, dyingThread]);
  const [poison, next] = await Promise.allSettled([queue.render(job("Anna")), queue.render(job("Berta"))]);
  expect(poison).toMatchObject({ status: "rejected", reason: { name: "TypstError" } });
  expect(next.status).toBe("fulfilled");
  expect(threads).toHaveLength(3);
});

test("a thread that dies while it is idle is replaced by the next document", async () => {
  const { queue, threads } = queueWith();
  await queue.render(job("Anna"));
  await threads[0]?.terminate();
  expect(isPdf(await queue.render(job("Berta")))).toBe(true);
});

test("content that the template can't use is refused with Typst's reason, and the thread lives on", async () => {
  const { queue, threads } = queueWith();
  await expect(queue.render({ content: "{}", timestamp: 0 })).rejects.toThrow(/title/);
  await expect(queue.render({ content: "not JSON", timestamp: 0 })).rejects.toThrow(/JSON/);
  expect(isPdf(await queue.render(job("Anna")))).toBe(true);
  expect(threads).toHaveLength(1);
});

test("a closed queue refuses what waits and what comes", async () => {
  const { queue } = queueWith();
  const waiting = Promise.allSettled([queue.render(job("Anna")), queue.render(job("Berta"))]);
  await queue.close();
  expect((await waiting).map((result) => result.status)).toEqual(["rejected", "rejected"]);
  await expect(queue.render(job("Clara"))).rejects.toThrow("closed");
});
