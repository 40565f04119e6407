import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "banks-"));
  mkdirSync(join(folder, "banks", "b"), { recursive: true });
  mkdirSync(join(folder, "tracks"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const question = {
  kind: "true-false",
  id: "one",
  topic: "dose",
  outcomes: ["CT-K1"],
  difficulty: 1,
  lesson: "dose-quantities",
  source: { cite: "a book", year: 2020, mark: "V" },
  stem: "A DRL is for one patient.",
  explanation: "No: canary-abcdefgh.",
  key: false,
  why: { true: "It is for a group.", false: "So it is." },
};
const bank = { slug: "b", title: "B", language: "en", canary: "canary-abcdefgh", questions: [question] };
const text = { stem: "Ein DRW gilt für eine Person.", explanation: "Nein.", why: { true: "Nein.", false: "Ja." } };
const german = { slug: "b", language: "de", questions: { one: text } };

function check(files: Record<string, unknown>, banks = "banks") {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, "banks", "b", name), typeof content === "string" ? content : JSON.stringify(content));
  }
  const script = ["--import", "tsx", "scripts/check-banks.ts", join(folder, banks), join(folder, "tracks")];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: "utf8" });
  return { status, lines: stdout.trim().split("\n"), stderr };
}

test("a sound bank passes, with its counts at the end", () => {
  expect(check({ "bank.json": bank, "bank.de.json": german })).toMatchObject({
    status: 0,
    lines: [
      "note b bank.json: no track names this bank",
      "b: 1 questions (true-false 1; sources V 1, M 0)",
      "banks: 1 checked, 0 errors, 1 notes",
    ],
  });
});

test("a mark that was never checked, a gap in a translation and a wrong slug fail", () => {
  const unchecked = { ...bank, questions: [{ ...question, source: { ...question.source, mark: "M?" } }] };
  expect(check({ "bank.json": unchecked })).toMatchObject({
    status: 1,
    lines: [/questions\.0\.source\.mark/, /1 errors/].map(line),
  });
  const other = { ...german, slug: "c", questions: {} };
  expect(check({ "bank.json": bank, "bank.de.json": other })).toMatchObject({
    status: 1,
    lines: [/note/, /slug and language/, /question "one" is missing/, /b: 1 questions/, /2 errors/].map(line),
  });
});

test("a file that isn't JSON and a track whose bank isn't there fail", () => {
  cpSync("prisma/seed/tracks/ct-orientation-session/track.json", join(folder, "tracks", "t", "track.json"));
  const { status, lines } = check({ "bank.json": "{" });
  expect(status).toBe(1);
  expect(lines[0]).toBe("error tracks track ct-orientation-session: there is no bank ct-orientation");
  expect(lines[1]).toMatch(/^error b bank\.json: .*JSON/);
});

test("a folder that isn't there is wrong usage", () => {
  expect(check({}, "nowhere")).toMatchObject({ status: 2, stderr: line(/No such folder: .*nowhere/) });
});

function line(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
