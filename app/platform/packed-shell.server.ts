import { constants, crc32, deflateRawSync } from "node:zlib";
import { type Shell, slotText } from "./still.server";

/**
 * A shell ready to be sent compressed. Compressing a page costs more than everything else about it, and all of it but
 * the reader's facts is the same each time: so the markup between the marks is deflated once, each piece ending on a
 * whole byte with an empty dictionary (a "full flush"), and a request puts the facts between the pieces as stored
 * blocks (RFC 1951, 3.2.4). What comes out is one ordinary gzip member (RFC 1952).
 */
export interface PackedShell {
  readonly pieces: readonly { readonly plain: Buffer; readonly deflated: Buffer }[];
  readonly marks: readonly string[];
}

export function packShell(shell: Shell): PackedShell {
  const pieces = shell.filter((_, i) => i % 2 === 0).map((text) => Buffer.from(text));
  return {
    pieces: pieces.map((plain) => ({
      plain,
      deflated: plain.length === 0 ? plain : deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH }),
    })),
    marks: shell.filter((_, i) => i % 2 === 1),
  };
}

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff]);
const longestBlock = 0xffff;

/** The filled page as gzip. A mark without a fact is a bug. */
export function gzipFilled(packed: PackedShell, slots: Readonly<Record<string, string>>): Buffer {
  const out: Buffer[] = [header];
  let sum = 0;
  let size = 0;
  const count = (plain: Buffer) => {
    sum = crc32(plain, sum);
    size += plain.length;
  };
  packed.pieces.forEach((piece, i) => {
    count(piece.plain);
    out.push(piece.deflated);
    const mark = packed.marks[i];
    if (mark === undefined) return;
    const fact = Buffer.from(slotText(slots, mark));
    count(fact);
    out.push(...storedBlocks(fact));
  });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum >>> 0, 0);
  trailer.writeUInt32LE(size >>> 0, 4);
  out.push(lastBlock, trailer);
  return Buffer.concat(out);
}

/** Text as it is, in blocks that a decompressor copies. */
function storedBlocks(text: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < text.length; at += longestBlock) {
    const part = text.subarray(at, at + longestBlock);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(~part.length & 0xffff, 3);
    blocks.push(head, part);
  }
  return blocks;
}
