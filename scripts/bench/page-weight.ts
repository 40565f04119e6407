import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { findBrowser, installBrowser } from "../find-browser.mjs";
import type { BenchData } from "./bench-data";
import { median, type Row, row } from "./results";
import type { Site } from "./site-process";

/** What a first visit costs in a browser: 1280 px wide, nothing cached, the processor slowed down four times. */
interface Visit {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** A text of the page's own, so that an error page is not taken for a light one. */
  readonly text: string;
  readonly cookie: string | null;
}

interface Weight {
  readonly kilobytes: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly lcpMs: number;
  readonly cls: number;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const visitsEach = 3;

/** Notes bytes by kind, requests, largest paint and layout shift of each page's first visit. */
export async function measureWeight(site: Site, data: BenchData, note: (measured: Row) => void): Promise<void> {
  const executablePath = await findBrowser();
  if (executablePath === null) {
    note(
      row({
        name: "weight",
        title: "Page weight",
        value: null,
        unit: "kB",
        faults: 1,
        firstFault: `no browser: ${installBrowser}`,
      }),
    );
    return;
  }
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    for (const visit of visitsOf(data)) await measureVisit(browser, site, visit, note);
  } finally {
    await browser.close();
  }
}

function visitsOf({ track, lessons, webinar, quiz, readers, answering }: BenchData): Visit[] {
  const reader = readers[0]?.cookie ?? null;
  const learn = `/learn/${track.slug}`;
  return [
    {
      name: "reading",
      title: "Reading lesson",
      path: `${learn}/${lessons[0]?.id ?? ""}`,
      text: lessons[0]?.title ?? "",
      cookie: reader,
    },
    { name: "home", title: "Home", path: "/", text: "Stepwedge", cookie: null },
    { name: "track", title: "Track page", path: `/tracks/${track.slug}`, text: track.title, cookie: null },
    {
      name: "sitting",
      title: "Sitting",
      path: `${learn}/${quiz.lessonId}/sitting/1`,
      text: quiz.title,
      cookie: answering[0]?.cookie ?? null,
    },
    {
      name: "webinar",
      title: "Webinar lesson",
      path: `${learn}/${webinar.lessonId}`,
      text: track.title,
      cookie: reader,
    },
  ];
}

async function measureVisit(browser: Browser, site: Site, visit: Visit, note: (measured: Row) => void): Promise<void> {
  const { name, title } = visit;
  const weights: Weight[] = [];
  for (let i = 0; i < visitsEach; i++) {
    const weight = await visitOnce(browser, site, visit);
    if (typeof weight === "string") {
      note(
        row({
          name: `weight-${name}`,
          title: `${title}: first visit`,
          value: null,
          unit: "kB",
          faults: 1,
          firstFault: weight,
        }),
      );
      return;
    }
    weights.push(weight);
  }
  const [first] = weights;
  if (first === undefined) return;
  const sum = Object.entries(first.kilobytes).reduce(
    (total, [kind, size]) => (kind === "media" ? total : total + size),
    0,
  );
  const say = (part: string, label: string, value: number, unit: string) => {
    note(row({ name: `weight-${name}-${part}`, title: `${title}: ${label}`, value, unit }));
  };
  say("bytes", "first visit, all but video", sum, "kB");
  for (const kind of ["document", "stylesheet", "font", "image"]) say(kind, kind, first.kilobytes[kind] ?? 0, "kB");
  say("script", "script, player apart", first.kilobytes["script"] ?? 0, "kB");
  if (first.kilobytes["player"] !== undefined) say("player", "player script", first.kilobytes["player"], "kB");
  say("requests", "requests", first.requests, "");
  say("lcp", "largest paint", median(weights.map((weight) => weight.lcpMs)), "ms");
  say("cls", "layout shift", Math.max(...weights.map((weight) => weight.cls)), "");
}

/** @returns the weight, or what was wrong */
async function visitOnce(browser: Browser, site: Site, visit: Visit): Promise<Weight | string> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  try {
    if (visit.cookie !== null) {
      const [name = "", value = ""] = visit.cookie.split("=");
      await context.addCookies([{ name, value, url: site.origin }]);
    }
    return await weigh(context, `${site.origin}${visit.path}`, visit.text);
  } finally {
    await context.close();
  }
}

async function weigh(context: BrowserContext, address: string, text: string): Promise<Weight | string> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const kilobytes: Record<string, number> = {};
  await network.send("Network.enable");
  await network.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    kinds.set(requestId, kindOf(type, response.url));
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    kilobytes[kind] = (kilobytes[kind] ?? 0) + encodedDataLength / 1000;
  });
  await page.addInitScript(observePaint);
  const answer = await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(1500);
  if (answer?.status() !== 200) return `status ${String(answer?.status())}`;
  if (!(await page.content()).includes(text)) return `"${text}" is missing`;
  return { kilobytes, requests: kinds.size, ...(await readPaint(page)) };
}

function kindOf(type: string, url: string): string {
  if (type === "Script") return /player|media-chrome|hls/.test(url) ? "player" : "script";
  return type.toLowerCase();
}

interface Paint {
  lcpMs: number;
  cls: number;
}

/** Runs in the page before its own scripts. */
function observePaint(): void {
  const paint: Paint = { lcpMs: 0, cls: 0 };
  Object.assign(window, { paint });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paint.lcpMs = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // TypeScript's DOM library doesn't know layout shifts yet.
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) paint.cls += shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

function readPaint(page: Page): Promise<Paint> {
  // Set by observePaint.
  return page.evaluate(() => (window as unknown as { paint: Paint }).paint);
}
