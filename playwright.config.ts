import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";

// Workers read this file again: what is chosen once is handed on through the environment.
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
process.env.E2E_DATA ??= mkdtempSync(path.join(tmpdir(), "duizhao-e2e-"));

const url = `http://localhost:${process.env.E2E_PORT}`;
const system = "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/artifacts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.E2E_REPORT
    ? [["list"], ["json", { outputFile: process.env.E2E_REPORT }]]
    : [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(existsSync(system) ? { executablePath: system } : {}),
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
  projects: [
    { name: "first start", testMatch: "first-start.spec.ts" },
    {
      name: "journeys",
      testIgnore: "first-start.spec.ts",
      dependencies: ["first start"],
    },
  ],
  webServer: {
    command: "node boot/start.mjs",
    url: `${url}/sign-in`,
    timeout: 400_000,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: process.env.E2E_PORT,
      DUIZHAO_DATA: process.env.E2E_DATA,
      NEXTAUTH_URL: url,
    },
  },
});
