/** Which Chromium the browser tests drive: one that is installed, else Playwright's own, else nothing. */
import { existsSync } from "node:fs";
import process from "node:process";

const installed = [
  // Without windows it needs two thirds of the work.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The one command that helps when there is no browser. */
export const installBrowser = "npx playwright install --with-deps chromium";

/** The path of a browser, or null. CHROMIUM names another one. */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const found = installed.find((file) => existsSync(file));
  if (found !== undefined) return found;
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
