import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Results, Row } from "./results";

const number = (value: number | null, digits = 1) => {
  if (value === null || Number.isNaN(value)) return "-";
  return value >= 100 ? value.toFixed(0) : value.toFixed(digits);
};

const columns: readonly [title: string, width: number, cell: (row: Row) => string][] = [
  ["what", 40, (row) => row.title],
  ["value", 12, (row) => `${number(row.value, row.unit === "" ? 3 : 1)} ${row.unit}`.trim()],
  ["p50 ms", 8, (row) => number(row.p50)],
  ["p95 ms", 8, (row) => number(row.p95)],
  ["p99 ms", 8, (row) => number(row.p99)],
  ["bytes", 8, (row) => number(row.bytes, 0)],
  ["reads", 6, (row) => number(row.reads)],
  ["cpu ms", 7, (row) => number(row.cpuMs, 2)],
  ["MB", 5, (row) => number(row.rssMb, 0)],
  ["gen", 5, (row) => (row.generatorLoad === null ? "-" : `${(row.generatorLoad * 100).toFixed(0)}%`)],
  ["figure", 24, (row) => row.figure],
  ["", 8, (row) => (row.verdict === "no figure" ? "" : row.verdict)],
];

const line = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(40) : cell.padStart(columns[i]?.[1] ?? 0))).join("  ");

export const tableHead = () => line(columns.map(([title]) => title));
/** A row of the table, and under it the first wrong answer where there was one. */
export function tableLine(row: Row): string {
  const text = line(columns.map(([, , cell]) => cell(row)));
  return row.firstFault === null ? text : `${text}\n    ${String(row.faults)} wrong, the first: ${row.firstFault}`;
}

/** Keeps a run's results. @returns the file's path */
export function saveResults(results: Results): string {
  const file = path.join("bench-results", `${results.at.slice(0, 19).replaceAll(":", "-")}.json`);
  mkdirSync("bench-results", { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}

/** Two runs side by side. A change below a tenth is noise on a machine that does other things too. */
export function compareResults(before: Results, after: Results): string {
  const lines = [
    `${"what".padEnd(40)}  ${before.at.slice(0, 16).padStart(16)}  ${after.at.slice(0, 16).padStart(16)}   change`,
  ];
  for (const row of after.rows) {
    const earlier = before.rows.find((candidate) => candidate.name === row.name);
    if (earlier?.value == null || row.value === null) continue;
    const change = (row.value / earlier.value - 1) * 100;
    const cells = [number(earlier.value), number(row.value)].map((value) => `${value} ${row.unit}`.padStart(16));
    lines.push(`${row.title.padEnd(40)}  ${cells.join("  ")}  ${change >= 0 ? "+" : ""}${change.toFixed(0)} %`);
  }
  return lines.join("\n");
}
