import { deflateRawSync } from "node:zlib";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ImportRefused } from "./imported";
import { readZip } from "./read-zip";

interface Raw {
  readonly name: string;
  readonly content?: Buffer;
  /** What the archive says the size is; absent = the truth. */
  readonly declared?: number;
  readonly mode?: number;
  readonly flags?: number;
}

/** A zip made by hand, with whatever an attacker would write into it. */
function zip(entries: readonly Raw[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = Buffer.from("x"), declared, mode = 0o100644, flags = 0x800 } of entries) {
    const [data, title] = [deflateRawSync(content), Buffer.from(name)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(declared ?? content.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, title, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, tail, title]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}

const refused = async (bytes: Uint8Array) => {
  const error: unknown = await readZip(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportRefused);
  return error instanceof ImportRefused ? error.message : "";
};

test("an archive is read by name", async () => {
  const files = await readZip(zip([{ name: "a/b.txt", content: Buffer.from("hello") }, { name: "c/" }]));
  expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([["a/b.txt", "hello"]]);
});

test.each([
  ["../out.txt", "The archive names a file outside itself"],
  ["a/../../out.txt", "The archive names a file outside itself"],
  ["/etc/passwd", "The archive names a file outside itself"],
  ["C:/windows.txt", "The archive names a file outside itself"],
  ["a\\b.txt", "The archive holds a name with a backslash"],
])("the name %s is refused", async (name, sentence) => {
  expect(await refused(zip([{ name }]))).toContain(sentence);
});

test("symbolic links, encrypted entries and names that stand twice are refused", async () => {
  expect(await refused(zip([{ name: "link", mode: 0o120777 }]))).toContain("symbolic link");
  expect(await refused(zip([{ name: "secret", flags: 0x801 }]))).toContain("encrypted");
  expect(await refused(zip([{ name: "a" }, { name: "a" }]))).toContain("twice");
});

test("bombs are refused before they are unpacked: by ratio, by size and by number", async () => {
  expect(await refused(zip([{ name: "zeros", content: Buffer.alloc(8 * 1024 * 1024) }]))).toContain("200 times");
  const large = Array.from({ length: 300 }, (_, at) => ({ name: `f${String(at)}`, declared: 1024 * 1024 - 1 }));
  expect(await refused(zip(large))).toMatch(/256 MB|damaged/);
  const many = Array.from({ length: 5001 }, (_, at) => ({ name: `f${String(at)}` }));
  expect(await refused(zip(many))).toBe("The archive holds more than 5,000 files.");
});

test("an entry that is larger or smaller than it says is refused", async () => {
  expect(await refused(zip([{ name: "liar", content: Buffer.from("much more"), declared: 2 }]))).toContain("damaged");
  expect(await refused(zip([{ name: "liar", content: Buffer.from("x"), declared: 20 }]))).toContain("damaged");
});

test("what isn't an archive, or breaks off, is refused", async () => {
  expect(await refused(new Uint8Array(Buffer.from("not a zip")))).toContain("can't be opened");
  expect(await refused(zip([{ name: "a" }]).slice(0, 40))).toContain("can't be opened");
});

const samples = "../shared/samples/zip-names";
describe.skipIf(!existsSync(samples))("names by other programs", () => {
  test.each(["test_infozip_3.zip", "test_osx_1074.zip"])("%s keeps its letters", async (name) => {
    const files = await readZip(new Uint8Array(readFileSync(`${samples}/${name}`)));
    expect([...files.keys()].map((own) => own.normalize("NFC")).sort()).toEqual(
      ["Prüfung.txt", "test.test", "testíček.txt", "Žluťoučký/Koníček.txt", "测试.txt", "試験.txt"].sort(),
    );
  });
});
