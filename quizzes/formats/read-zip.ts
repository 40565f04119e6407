import { type Entry, fromBuffer, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";
import { ImportRefused } from "./imported";

/** What a package may hold. The sizes are those that the archive declares; reading stops where the data go beyond them. */
const zipLimits = {
  entries: 5_000,
  /** Bytes of all entries, unpacked. */
  total: 256 * 1024 * 1024,
  /** Unpacked size over packed size, looked at from `ratioFrom` bytes on: a page of blanks compresses well and harms nobody. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
} as const;

const symbolicLink = 0o120000;
const fileTypeMask = 0o170000;

/**
 * Reads a zip archive from memory: name -> bytes of the entries that `wanted` accepts; folders are left out. Every entry
 * is checked, wanted or not.
 *
 * @throws ImportRefused with a sentence when the archive is damaged, too large, encrypted or names files outside itself.
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await open(bytes);
  const files = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let total = 0;
  for (const entry of await entries(zip)) {
    const name = checkedName(entry);
    total += checkedSize(entry, name);
    if (total > zipLimits.total) throw new ImportRefused("The archive unpacks to more than 256 MB.");
    if (seen.has(name)) throw new ImportRefused(`The archive holds the file "${name}" twice.`);
    seen.add(name);
    if (!name.endsWith("/") && wanted(name)) files.set(name, await content(zip, entry, name));
  }
  return files;
}

/** Whether the bytes begin like a zip archive; an empty archive has only its end record. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    // Names are decoded here: some programs write UTF-8 without saying so.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false }, (error, zip) => {
      if (error) reject(new ImportRefused(`The archive can't be opened: ${error.message}.`));
      else resolve(zip);
    });
  });
}

function entries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > zipLimits.entries) throw new ImportRefused("The archive holds more than 5,000 files.");
  return new Promise((resolve, reject) => {
    const found: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      found.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => {
      resolve(found);
    });
    zip.on("error", (error: Error) => {
      reject(new ImportRefused(`The archive is damaged: ${error.message}.`));
    });
    zip.readEntry();
  });
}

function decodedName(entry: Entry): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(entry.fileNameRaw);
  } catch {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  }
}

function checkedName(entry: Entry): string {
  const name = decodedName(entry);
  const shown = JSON.stringify(name);
  if (name.includes("\\")) throw new ImportRefused(`The archive holds a name with a backslash: ${shown}.`);
  if (name.includes("\0") || name === "")
    throw new ImportRefused(`The archive holds a file without a usable name: ${shown}.`);
  if (validateFileName(name) !== null || name.split("/").includes("..")) {
    throw new ImportRefused(`The archive names a file outside itself: ${shown}.`);
  }
  if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink) {
    throw new ImportRefused(`The archive holds a symbolic link: ${shown}.`);
  }
  if (entry.isEncrypted()) throw new ImportRefused(`The archive is encrypted: ${shown} can't be read.`);
  if (!entry.canDecodeFileData()) throw new ImportRefused(`The archive packs ${shown} in a way that can't be read.`);
  return name;
}

function checkedSize(entry: Entry, name: string): number {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size >= zipLimits.ratioFrom && size > packed * zipLimits.ratio) {
    throw new ImportRefused(`"${name}" unpacks to more than ${String(zipLimits.ratio)} times its size.`);
  }
  return size;
}

function content(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      reject(new ImportRefused(`"${name}" in the archive is damaged: ${error.message}.`));
    };
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        refuse(error);
        return;
      }
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("error", refuse);
      stream.on("end", () => {
        resolve(new Uint8Array(Buffer.concat(parts)));
      });
    });
  });
}
