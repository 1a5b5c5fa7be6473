import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";

/** Interface languages; the first is the fallback. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** The cookie that remembers the chosen interface language. */
export const LOCALE_COOKIE = "duizhao.locale";

function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language of this request: the choice of the account (kept in a cookie), else the browser's, else English. */
export async function findLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const accepted = (await headers()).get("accept-language") ?? "";
  return /^\s*zh\b/i.test(accepted) ? "zh-CN" : "en";
}

export default getRequestConfig(async () => {
  const locale = await findLocale();
  const { messages } = (await import(`../messages/${locale}/index.ts`)) as {
    messages: Record<string, unknown>;
  };
  return { locale, messages, timeZone: "UTC" };
});
