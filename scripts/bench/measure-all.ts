import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { type BenchData, readBenchData } from "./bench-data";
import { measureEditor } from "./editor-figures";
import { judge } from "./figures";
import { issueCertificates } from "./issue-certificates";
import { measureImport } from "./import-figures";
import { type Generator, measureLoad, measureSittings, startGenerator } from "./measure";
import type { Options } from "./options";
import { measurePdfDownload, measurePdfMaking } from "./pdf-figures";
import { measureDrawing, measureMarking, measureStatistics } from "./quiz-figures";
import { saveResults, tableHead, tableLine } from "./report";
import { median, type Row, row } from "./results";
import { loadScenarios, verifyScenario } from "./scenarios";
import { runProgram, type Site, startSite } from "./site-process";

interface Run {
  readonly options: Options;
  readonly dataFolder: string;
  readonly wants: (name: string) => boolean;
  readonly note: (measured: Row) => void;
}

interface OnSite extends Run {
  readonly site: Site;
  readonly generator: Generator;
  readonly data: BenchData;
}

/** Builds, seeds, measures, prints and keeps. @returns 1 when an answer was wrong, else 0 */
export async function measureAll(options: Options): Promise<number> {
  const at = new Date();
  const rows: Row[] = [];
  const dataFolder = mkdtempSync(path.join(tmpdir(), "stepwedge-bench-"));
  const loadBefore = loadavg()[0] ?? 0;
  // An interrupted run leaves neither a server nor a folder behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  process.once("exit", () => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  await prepare(dataFolder);
  console.log(tableHead());
  const run: Run = {
    options,
    dataFolder,
    wants: (name) => options.only.size === 0 || options.only.has(name),
    note(measured) {
      const judged = judge(measured);
      rows.push(judged);
      console.log(tableLine(judged));
    },
  };
  if (run.wants("pdf-making")) run.note(await measurePdfMaking(40, options.rounds));
  await measureQuizzes(run);
  if (run.wants("editor")) for (const measured of await measureEditor()) run.note(measured);
  await measureStarts(run);
  await measureSite(run);
  const { seconds, rounds, connections } = options;
  const machine = describeMachine();
  const file = saveResults({
    at: at.toISOString(),
    machine,
    settings: { seconds, rounds, connections },
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
    rows,
  });
  console.log(
    `\n${machine.cpu}, ${String(machine.cores)} cores, Node ${machine.node}, SQLite ${machine.sqlite}. Kept in ${file}`,
  );
  return rows.some(({ verdict }) => verdict === "faulty") ? 1 : 0;
}

async function prepare(dataFolder: string): Promise<void> {
  console.log("Building where sources changed, seeding a database for this run …");
  const build = "const p = await import('./scripts/prepare.mjs'); await p.ensureGenerated(); await p.ensureBuilt();";
  await runProgram(["--input-type=module", "--eval", build], dataFolder);
  await runProgram(["node_modules/prisma/build/index.js", "migrate", "deploy"], dataFolder);
  await runProgram(["--import", "tsx", "prisma/seed/main.ts"], dataFolder);
  await runProgram(["--import", "tsx", "scripts/bench/main.ts", "seed"], dataFolder);
}

function describeMachine() {
  const database = new Database(":memory:");
  // The pragma-free way to ask for the version gives one text.
  const sqlite = String(database.prepare("SELECT sqlite_version()").pluck().get());
  database.close();
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    sqlite,
  };
}

/** The question engine needs neither site nor database. */
async function measureQuizzes({ options, wants, note }: Run): Promise<void> {
  if (wants("mark-paper")) note(measureMarking());
  if (wants("draw-paper")) note(measureDrawing());
  if (wants("item-statistics")) note(measureStatistics());
  if (!wants("import")) return;
  for (const measured of await measureImport(options.rounds)) note(measured);
}

/** From the process's start to the first 200 of /readyz. */
async function measureStarts({ options, dataFolder, wants, note }: Run): Promise<void> {
  const starts = [
    { name: "start", title: "Server process to ready", program: "server/main.mjs" },
    { name: "second-start", title: "npm start again, to ready", program: "scripts/start.mjs" },
  ];
  for (const { name, title, program } of starts) {
    if (!wants(name)) continue;
    const times: number[] = [];
    for (let i = 0; i < options.rounds; i++) {
      const site = await startSite({ dataFolder, program });
      times.push(site.startMs);
      await site.stop();
    }
    note(row({ name, title, value: median(times), unit: "ms", rounds: times }));
  }
}

async function measureSite(run: Run): Promise<void> {
  const profile = ["--cpu-prof", "--cpu-prof-dir=bench-results"];
  const site = await startSite({ dataFolder: run.dataFolder, nodeArguments: run.options.profile ? profile : [] });
  const generator = await startGenerator();
  try {
    const onSite = { ...run, site, generator, data: readBenchData(run.dataFolder) };
    await measureBeforeCertificates(onSite);
    await measureCertificates(onSite);
    if (run.options.weight) await (await import("./page-weight")).measureWeight(site, onSite.data, run.note);
  } finally {
    generator.stop();
    await site.stop();
  }
}

async function measureBeforeCertificates({
  options,
  dataFolder,
  wants,
  note,
  site,
  generator,
  data,
}: OnSite): Promise<void> {
  if (wants("memory")) note(await memory("memory-start", "Memory once ready", site));
  for (const scenario of loadScenarios(data, site.origin)) {
    if (wants(scenario.name)) note(await measureLoad(site, generator, scenario, options));
  }
  const { rounds } = options;
  const count = Math.floor(data.candidates.length / (rounds * 10));
  const alone = {
    name: "sitting-1",
    title: "Sitting of 10 questions, one learner",
    connections: 1,
    count,
    firstCandidate: 0,
  };
  const together = {
    name: "sitting-8",
    title: "Sittings of 10 questions, 8 at once",
    connections: 8,
    count: count * 8,
    firstCandidate: rounds * count,
  };
  for (const sitting of [alone, together]) {
    if (wants(sitting.name)) note(await measureSittings(site, generator, { ...sitting, rounds, dataFolder }));
  }
  if (wants("memory")) note(await memory("memory-before", "Memory before the first certificate", site));
}

async function measureCertificates({ options, dataFolder, wants, note, site, generator, data }: OnSite): Promise<void> {
  if (!["verify", "pdf-download", "memory"].some(wants)) return;
  const issued = await issueCertificates(dataFolder, data.certified, 60);
  const numbers = data.certified.flatMap((enrolmentId) => issued.numbers.get(enrolmentId) ?? []);
  if (wants("verify")) note(await measureLoad(site, generator, verifyScenario(data, numbers), options));
  if (wants("pdf-download")) note(await measurePdfDownload(site.origin, data, numbers));
  if (!wants("memory")) return;
  const { numbers: made, seconds } = await issueCertificates(dataFolder, data.complete, 180);
  const missing = data.complete.length - made.size;
  note(
    row({
      name: "certificates",
      title: `Certificates issued by jobs (${String(made.size)})`,
      value: made.size / seconds,
      unit: "/s",
      faults: missing,
      firstFault: missing === 0 ? null : "some were not issued in time",
    }),
  );
  note(await memory("memory-after", `Memory after ${String(made.size + numbers.length)} certificates`, site));
}

async function memory(name: string, title: string, site: Site): Promise<Row> {
  const { rssMb } = await site.metrics();
  return row({ name, title, value: rssMb, unit: "MB", rssMb });
}
