import { expect, test } from "vitest";
import { nameBrowser } from "./user-agent";

const named = (userAgent: string | null) => {
  const { browser, system } = nameBrowser(userAgent);
  return `${browser} / ${system}`;
};

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
    "Firefox / Windows",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
    "Chrome / Linux",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
    "Edge / Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    "Safari / macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI",
    "WeChat / iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; U; Android 14; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/121.0.0.0 MQQBrowser/15.5 Mobile Safari/537.36",
    "QQ Browser / Android",
  ],
  ["curl/8.5.0", "null / null"],
  ["", "null / null"],
  [null, "null / null"],
])("%s is known as %s", (userAgent, name) => {
  expect(named(userAgent)).toBe(name);
});

test("a user agent of any length is read in no time", () => {
  expect(named(`${"Version/1 ".repeat(200_000)}Safari`)).toBe("null / null");
});
