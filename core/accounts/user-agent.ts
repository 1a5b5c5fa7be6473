/** What a browser calls itself, in the names that people know; null where it names none that is known. */
export type BrowserName = {
  readonly browser: string | null;
  readonly system: string | null;
};

type Rule = readonly [pattern: RegExp, name: string];

// Most browsers also claim to be others, so the more particular names come first.
const BROWSERS: readonly Rule[] = [
  [/\bMicroMessenger\//, "WeChat"],
  [/\bDingTalk\//, "DingTalk"],
  [/\bLark\/|\bFeishu\//, "Feishu"],
  [/\bM?QQBrowser\//, "QQ Browser"],
  [/\bUCBrowser\//, "UC Browser"],
  [/\bHuaweiBrowser\//, "Huawei Browser"],
  [/\bMiuiBrowser\//, "Mi Browser"],
  [/\bQihooBrowser\/|\b360(?:SE|EE)\b/, "360 Browser"],
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bHeadlessChrome\/|\bCriOS\//, "Chrome"],
  [/\bVersion\/\S+ .*\bSafari\//, "Safari"],
];

const SYSTEMS: readonly Rule[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bOpenHarmony\b|\bHarmonyOS\b/, "HarmonyOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Longer user agents are not looked at beyond this. */
const MAX_LENGTH = 1_000;

function find(rules: readonly Rule[], text: string): string | null {
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Names the browser and the system behind a User-Agent header. For people to recognise; nothing may depend on it. */
export function nameBrowser(userAgent: string | null): BrowserName {
  const text = (userAgent ?? "").slice(0, MAX_LENGTH);
  return { browser: find(BROWSERS, text), system: find(SYSTEMS, text) };
}
