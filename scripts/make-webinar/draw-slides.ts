import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright";
import type { SlideState } from "./plan-timeline";
import type { Script } from "./script-file";
import { slidePage } from "./slide-page";

const FACES = ["@fontsource-variable/stix-two-text/wght.css", "@fontsource-variable/source-sans-3/wght.css"] as const;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/** The two faces as one style sheet with the fonts inside it, so that a page needs no file beside it. */
function embeddedFonts(): string {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => {
    const file = resolve(face);
    const inline = (_: string, name: string) =>
      `url(data:font/woff2;base64,${readFileSync(path.join(path.dirname(file), name)).toString("base64")})`;
    return readFileSync(file, "utf8").replace(/url\((?:"|')?(\.\/files\/[^)"']+)(?:"|')?\)/g, inline);
  }).join("\n");
}

const fileOf = (state: SlideState) => `slide-${state.slide + 1}-${state.line ?? "x"}-${state.row ?? "x"}.png`;

/** Draws each state once as a PNG of 1280 × 720 in `scratch`; answers the file of a state. Throws when a slide overflows. */
export async function drawSlides(
  browserFile: string,
  input: { script: Script; folder: string; states: SlideState[]; scratch: string },
) {
  const { script, folder, scratch } = input;
  const fonts = embeddedFonts();
  const browser = await chromium.launch({ executablePath: browserFile, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
    const drawn = new Set<string>();
    for (const state of input.states) {
      const slide = script.slides[state.slide];
      if (slide === undefined || drawn.has(fileOf(state))) continue;
      drawn.add(fileOf(state));
      const drawing = slide.drawing === null ? null : readFileSync(path.join(folder, "slides", slide.drawing), "utf8");
      await page.setContent(
        slidePage({ title: script.title.en, slide, count: script.slides.length, drawing, state, fonts }),
      );
      const overflow = await page.evaluate(async () => {
        await document.fonts.ready;
        const body = document.querySelector(".body");
        const heading = document.querySelector("h1");
        return (
          (body !== null && body.scrollHeight > body.clientHeight + 1) ||
          (heading !== null && heading.clientHeight > 60)
        );
      });
      if (overflow) throw new Error(`Slide "${slide.id}": heading or text doesn't fit above the foot line`);
      await page.screenshot({ path: path.join(scratch, fileOf(state)), animations: "disabled" });
    }
  } finally {
    await browser.close();
  }
  return (state: SlideState) => path.join(scratch, fileOf(state));
}
