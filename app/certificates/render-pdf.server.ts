import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { composeDocument, type CertificateSource } from "./document-content";
import { TypstQueue } from "./typst-queue.server";

const WORKER = "app/certificates/typst-worker.mjs";

/**
 * Where the thread's file lies. This module runs from `app/certificates` in tests and from `build/server` in a built
 * server; the sources stand beside the build in both, so the way up from here finds them whatever the working directory is.
 */
function findWorker(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = path.join(folder, WORKER);
    if (existsSync(file)) return file;
    const above = path.dirname(folder);
    if (above === folder) throw new Error(`${WORKER} isn't found above ${fileURLToPath(import.meta.url)}`);
    folder = above;
  }
}

function openQueue(): TypstQueue {
  const file = findWorker();
  return new TypstQueue(() => new Worker(file));
}

let queue: TypstQueue | undefined;

/**
 * Makes the PDF of a certificate: A4 landscape, two pages, tagged (PDF/UA-1), fonts embedded. The same input gives the
 * same bytes; the document is dated by `issuedAt`. The first call starts the thread (about 0.2 s), later ones take
 * about 10 ms each and wait for their turn.
 * @throws TypstError when Typst refuses the content. Facts that passed their schema hold nothing that it refuses.
 */
export async function renderCertificatePdf(source: CertificateSource): Promise<Uint8Array> {
  const content = JSON.stringify(composeDocument(source));
  queue ??= openQueue();
  return queue.render({ content, timestamp: Math.floor(Date.parse(source.facts.issuedAt) / 1000) });
}

/** Ends the thread, for a clean stop of the process; a later call of `renderCertificatePdf` starts a new one. */
export async function stopCertificateThread(): Promise<void> {
  const ending = queue;
  queue = undefined;
  await ending?.close();
}
