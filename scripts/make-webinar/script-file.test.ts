import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { findTools } from "./run-tool";
import { languagesOf, readScript } from "./script-file";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(script: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), "script-file-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "script.json"), JSON.stringify(script));
  return folder;
}

const slide = {
  id: "one",
  chapter: { en: "Start", de: "Anfang" },
  heading: "Heading",
  lines: ["line"],
  drawing: null,
  source: null,
  sentences: [{ en: "One.", de: "Eins.", line: 0 }],
};
const title = { en: "Talk", de: "Vortrag" };

describe("a script file", () => {
  test("has the languages of its title", () => {
    expect(languagesOf(readScript(folderWith({ title, slides: [slide] })).title)).toEqual(["en", "de"]);
  });

  test.each([
    ["a sentence without one of the languages", { sentences: [{ en: "One." }] }, 'slide "one", sentence 1 lacks de'],
    ["a chapter without one of the languages", { chapter: { en: "Start" } }, 'slide "one": its chapter lacks de'],
    ["a first slide without a chapter", { chapter: null }, "must start a chapter"],
    ["a lit line that isn't there", { sentences: [{ en: "One.", de: "Eins.", line: 1 }] }, "no such line"],
    ["a lit row that isn't there", { sentences: [{ en: "One.", de: "Eins.", row: 0 }] }, "no such table row"],
    ["a table row with too few cells", { table: { head: ["a", "b"], rows: [["1"]] } }, "not as many cells"],
    ["a drawing outside the folder", { drawing: "../other.svg" }, "slides.0.drawing"],
  ])("%s is refused, and named", (_, change, complaint) => {
    expect(() => readScript(folderWith({ title, slides: [{ ...slide, ...change }] }))).toThrow(complaint);
  });
});

test("missing programs are all named in one message, with what to install", () => {
  const empty = folderWith({});
  mkdirSync(path.join(empty, "bin"));
  expect(() => findTools(path.join(empty, "bin"))).toThrow(
    "Missing on this machine: ffmpeg, ffprobe, espeak-ng, chromium. On Debian or Ubuntu: apt-get install ffmpeg espeak-ng chromium",
  );
});
