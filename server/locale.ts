import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { readLocale, type Locale } from "@/core/accounts/preferences";

/** The cookie that remembers the chosen interface language. */
export const LOCALE_COOKIE = "duizhao.locale";

/** The language of this request: the choice of the account (kept in a cookie), else the browser's, else English. */
export async function findLocale(): Promise<Locale> {
  const chosen = readLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  if (chosen !== null) return chosen;
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
