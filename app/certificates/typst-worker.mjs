/**
 * The thread that turns content into PDF: Typst compiles synchronously, and an answer to a learner must not wait for it.
 * It is plain JavaScript because it is started by its path, from the sources and from a built server alike.
 *
 * In: { id, content (JSON), timestamp (seconds) }. Out: { id, pdf } or { id, error }.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const require = createRequire(import.meta.url);
/** Nothing but the template lies in this folder: it is all that Typst may read. */
const workspace = path.join(path.dirname(fileURLToPath(import.meta.url)), "template");
const mainFilePath = path.join(workspace, "certificate.typ");

// Exactly the weights that the template asks for. Typst prefers a given font to one of the machine's of the same name.
const fonts = [
  "stix-two-text/400Regular/STIXTwoText_400Regular.ttf",
  "stix-two-text/500Medium/STIXTwoText_500Medium.ttf",
  "stix-two-text/600SemiBold/STIXTwoText_600SemiBold.ttf",
  "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "source-sans-3/500Medium/SourceSans3_500Medium.ttf",
  "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/500Medium/NotoSans_500Medium.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
];

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`))) }],
});

function explain(error) {
  if (error === null) return "Typst gave no document and no reason";
  return compiler
    .fetchDiagnostics(error)
    .map((diagnostic) => [diagnostic.message, ...(diagnostic.hints ?? [])].join("; "))
    .join("\n");
}

function render({ content, timestamp }) {
  const compiled = compiler.compile({ mainFilePath, inputs: { content } });
  if (compiled.result === null) throw new Error(explain(compiled.takeError()));
  return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: timestamp });
}

parentPort.on("message", (job) => {
  try {
    // A copy of its own: the buffer that Typst gives can't be moved to another thread.
    const pdf = new Uint8Array(render(job));
    parentPort.postMessage({ id: job.id, pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort.postMessage({ id: job.id, error: error instanceof Error ? error.message : String(error) });
  } finally {
    // Without this, what Typst remembers of each certificate grows to hundreds of megabytes.
    compiler.evictCache(0);
  }
});
