import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { PNG } from "pngjs";
import { findBrowser } from "../find-browser.mjs";

/**
 * `npx tsx scripts/make-question-pictures/make.ts`: draws the pictures of the bank "every-kind" and prints their names.
 * The room is a drawing of ours, the step wedge a synthetic radiograph of 16 bits: both can be made again at any time.
 */

const folder = path.resolve("quizzes/banks/every-kind/pictures");

function keep(what: string, bytes: Buffer): void {
  const name = `${createHash("sha256").update(bytes).digest("hex")}.png`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), bytes);
  console.log(`${what}: ${name}`);
}

/** Five steps of 96 × 240 pixels; the second and the fourth hold a disc that is 1.5 % brighter than its step. */
function stepWedge(): Buffer {
  const [width, height] = [480, 240];
  const values = [9_000, 17_000, 27_000, 40_000, 55_000];
  const pixels = Buffer.alloc(width * height * 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const step = Math.floor(x / 96);
      const value = values[step] ?? 0;
      const isDisc = (step === 1 || step === 3) && Math.hypot(x - (step * 96 + 48), y - (step === 1 ? 80 : 160)) <= 22;
      pixels.writeUInt16BE(isDisc ? Math.round(value * 1.015) : value, (y * width + x) * 2);
    }
  }
  const png = new PNG({ width, height, bitDepth: 16, colorType: 0, inputColorType: 0, inputHasAlpha: false });
  // pngjs reads 16-bit samples in the machine's own order.
  pixels.swap16();
  png.data = pixels;
  return PNG.sync.write(png, { bitDepth: 16, colorType: 0, inputColorType: 0, inputHasAlpha: false });
}

/** A lateral projection from above: the tube left of the patient, the image receptor right, six places on the floor. */
const room = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500" viewBox="0 0 800 500">
<rect width="800" height="500" fill="#fdfefc"/>
<g fill="none" stroke="#13202a" stroke-width="3">
<rect x="300" y="60" width="200" height="380"/>
<path d="M400 110c-28 0-40 22-40 46s14 42 40 42 40-18 40-42-12-46-40-46zM345 205c-20 30-20 150 0 215h110c20-65 20-185 0-215z"/>
<path d="M150 210h80l36 24v32l-36 24h-80z"/><path d="M530 180h34v140h-34z"/>
<path d="M266 242L530 186M266 258L530 314" stroke-dasharray="9 7"/>
</g>
<g font-family="sans-serif" font-size="22" fill="#13202a" text-anchor="middle">
<text x="188" y="258">tube</text><text x="612" y="244">image</text><text x="612" y="270">receptor</text></g>
</svg>`;

async function drawRoom(): Promise<Buffer> {
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
  await page.setContent(`<style>body{margin:0}</style>${room}`);
  const bytes = await page.screenshot({ type: "png" });
  await browser.close();
  return bytes;
}

keep("step wedge", stepWedge());
keep("room", await drawRoom());
