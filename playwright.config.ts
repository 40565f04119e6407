import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

const executablePath = await findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.mjs",
  outputDir: "test-results",
  // Each has its own server and browser. Two would leave a third of two cores idle.
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env["CI"]),
  // A second run tells a rare fault from a steady one. Its name and first error stand in the run's report: to be found out.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Vienna",
    // Recording every test makes the run a third longer; `--trace retain-on-failure` when one is hard to understand.
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
