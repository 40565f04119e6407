import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-quiz-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string) => path.join(folder, name);

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

function quiz(...words: readonly string[]) {
  const run = ["--import", "tsx", "scripts/quiz.ts", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { encoding: "utf8" });
  return { status, said: stdout, complaint: stderr };
}

interface Report {
  readonly file: string;
  readonly questions: number;
  readonly refused?: string;
  readonly losses: readonly {
    readonly file: string;
    readonly item: string;
    readonly what: string;
    readonly why: string;
  }[];
}
// The command itself writes this file.
const reportIn = (name: string) => JSON.parse(readFileSync(at(name), "utf8")) as Report;

/** A zip of one entry, packed as it comes. */
function zipOf(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), data]);
  const entry = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

const laughs = `<!DOCTYPE quiz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join("")}]><quiz>&j;</quiz>`;

describe("npm run quiz", { timeout: 120_000 }, () => {
  test("imports, exports and checks; the report stands beside the output", () => {
    const gift = put("two.gift", "::One:: Is it?{T#No.#Yes.}\n\n// [tag:odd]\nHow many?{#5:1}\n");
    const done = quiz("import", gift, "--out", at("out/bank.json"));
    expect(done).toMatchObject({ status: 0, said: expect.stringContaining("2 questions, 1 losses") as unknown });
    expect(reportIn("out/bank.report.json")).toMatchObject({
      file: "two.gift",
      questions: 2,
      losses: [{ file: "two.gift", item: "line 4", what: 'the tag "odd"' }],
    });
    expect(quiz("check", at("out/bank.json"))).toMatchObject({ status: 0 });
    const back = quiz("export", at("out/bank.json"), "--format", "moodle", "--out", at("out/two.xml"));
    expect(back.status).toBe(0);
    expect(readFileSync(at("out/two.xml"), "utf8")).toContain("<quiz>");
    expect(existsSync(at("out/two.report.json"))).toBe(true);
  });

  test("a file of which nothing could be read is exit 1: the report says why, a bank isn't written", () => {
    const lost = put("lost.gift", "How many?{#abc}\n");
    const done = quiz("import", lost, "--out", at("lost.json"));
    expect(done).toMatchObject({ status: 1, complaint: expect.stringContaining("no question of the file") as unknown });
    expect(existsSync(at("lost.json"))).toBe(false);
    expect(reportIn("lost.report.json")).toMatchObject({ questions: 0, losses: [{ what: "the whole question" }] });
  });

  test("the names of QTI are taken both ways", () => {
    const gift = put("names.gift", "Is it?{T}\n");
    expect(quiz("import", gift, "--out", at("names.json")).status).toBe(0);
    expect(quiz("export", at("names.json"), "--format", "qti", "--out", at("names.zip")).status).toBe(0);
    expect(quiz("import", at("names.zip"), "--format", "qti3", "--out", at("again.json")).status).toBe(0);
  });

  test("under --strict a loss is exit 1: the report is written, a bank isn't", () => {
    const lossy = put("lossy.gift", "Read this.\n\nIs it?{T}\n");
    const strict = quiz("import", lossy, "--out", at("strict.json"), "--report", at("strict-report.json"), "--strict");
    expect(strict.status).toBe(1);
    expect(existsSync(at("strict.json"))).toBe(false);
    expect(reportIn("strict-report.json")).toMatchObject({ questions: 1, losses: [{ item: "line 1" }] });
  });

  test.each<[string, string, string | Uint8Array, RegExp]>([
    ["a zip bomb", "bomb.zip", zipOf("imsmanifest.xml", Buffer.alloc(32 * 1024 * 1024)), /200 times/],
    ["a name that leaves the archive", "climb.zip", zipOf("../imsmanifest.xml", Buffer.from("x")), /outside itself/],
    ["a billion laughs", "laughs.xml", laughs, /document type/],
    ["an external DTD", "dtd.xml", '<!DOCTYPE quiz SYSTEM "http://example.org/q.dtd"><quiz/>', /document type/],
    ["100 MB", "large.gift", new Uint8Array(100 * 1024 * 1024).fill(0x41), /larger than 64 MB/],
    ["no known format", "hello.txt", "hello", /format can't be told/],
  ])("%s is refused with a sentence, and the report says so", (_, name, content, sentence) => {
    const report = `${name}.report.json`;
    const refused = quiz("import", put(name, content), "--out", at(`${name}.bank.json`), "--report", at(report));
    expect(refused.status).toBe(1);
    expect(refused.complaint).toMatch(sentence);
    expect(reportIn(report)).toMatchObject({
      file: name,
      questions: 0,
      refused: expect.stringMatching(sentence) as unknown,
    });
    expect(existsSync(at(`${name}.bank.json`))).toBe(false);
  });

  test("a file that isn't there is refused, and the report goes to the output where no name is given", () => {
    const absent = quiz("import", at("absent.gift"));
    expect(absent.status).toBe(1);
    expect(JSON.parse(absent.said)).toMatchObject({
      questions: 0,
      refused: expect.stringContaining("There is no file") as unknown,
    });
  });

  test.each([
    ["no words", []],
    ["an unknown deed", ["eat", "a.gift"]],
    ["an unknown format", ["import", "a.gift", "--format", "word"]],
    ["an unknown option", ["import", "a.gift", "--loud"]],
    ["an export without a file to write", ["export", "bank.json", "--format", "gift"]],
  ] as const)("%s is wrong usage: exit 2 and how it goes", (_, words) => {
    expect(quiz(...words)).toMatchObject({ status: 2, complaint: expect.stringContaining("Usage:") as unknown });
  });

  test("a bank with errors is named with its sentences", () => {
    const bank = { slug: "b", title: "B", language: "en", questions: [{ kind: "numeric", id: "q" }] };
    const checked = quiz("check", put("broken.json", JSON.stringify(bank)), put("none.json", "{"));
    expect(checked.status).toBe(1);
    expect(checked.complaint).toContain("broken.json: questions.0.");
    expect(checked.complaint).toContain("none.json: It isn't JSON");
  });
});
