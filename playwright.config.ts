import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

// Debian's browser where there is one; elsewhere the one that Playwright brought.
const CHROMIUM = "/usr/bin/chromium";
const report = process.env.E2E_REPORT;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./e2e/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Ample for slow machines; what a test waits for is there long before.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // Recording costs every journey a good part of its time: E2E_TRACE=1 asks for it where one fails.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      ...(existsSync(CHROMIUM) && { executablePath: CHROMIUM }),
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
