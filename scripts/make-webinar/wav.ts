/** Speech without header: signed 16-bit samples, one channel. */
export type Speech = { rate: number; samples: Int16Array };

const QUIET = 130;

/** Reads a 16-bit mono WAV file as espeak-ng writes it. Throws on any other kind. */
export function readWav(file: Buffer): Speech {
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WAVE")
    throw new Error("Not a WAV file");
  let rate = 0;
  for (let at = 12; at + 8 <= file.length; ) {
    const kind = file.toString("latin1", at, at + 4);
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    if (kind === "fmt ") {
      if (file.readUInt16LE(at + 10) !== 1 || file.readUInt16LE(at + 22) !== 16)
        throw new Error("Not 16-bit mono speech");
      rate = file.readUInt32LE(at + 12);
    }
    if (kind === "data") {
      const samples = new Int16Array(Math.floor(size / 2));
      for (let index = 0; index < samples.length; index += 1) samples[index] = file.readInt16LE(at + 8 + index * 2);
      return { rate, samples };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error("WAV file without samples");
}

/** The speech without the silence before and after it, so that captions start with the voice. */
export function trimSilence(speech: Speech): Speech {
  const loud = (sample: number) => Math.abs(sample) > QUIET;
  const first = speech.samples.findIndex(loud);
  if (first < 0) throw new Error("The voice said nothing");
  const margin = Math.round(speech.rate * 0.02);
  const last = speech.samples.findLastIndex(loud);
  return { rate: speech.rate, samples: speech.samples.slice(Math.max(0, first - margin), last + margin) };
}

/** Ends of the silences of at least `leastMs` inside the speech, in milliseconds from its start: where a new clause begins. */
export function clauseStartsMs(speech: Speech, leastMs: number): number[] {
  const starts: number[] = [];
  let lastLoud = 0;
  speech.samples.forEach((sample, index) => {
    if (Math.abs(sample) <= QUIET) return;
    if (((index - lastLoud) * 1000) / speech.rate >= leastMs) starts.push(Math.round((index * 1000) / speech.rate));
    lastLoud = index;
  });
  return starts;
}

/** Length in whole milliseconds, rounded up. */
export function lengthMs(speech: Speech): number {
  return Math.ceil((speech.samples.length * 1000) / speech.rate);
}

/** One track of `endMs` with each speech at its place and silence between; a WAV file. All rates must be equal. */
export function layTrack(parts: readonly { startMs: number; speech: Speech }[], endMs: number): Buffer {
  const rate = parts[0]?.speech.rate ?? 22050;
  const samples = new Int16Array(Math.round((endMs * rate) / 1000));
  for (const part of parts) {
    if (part.speech.rate !== rate) throw new Error("Speech with different sample rates");
    samples.set(part.speech.samples, Math.round((part.startMs * rate) / 1000));
  }
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}
