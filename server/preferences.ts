import "server-only";
import { cookies } from "next/headers";
import type { ChangePreferencesInput } from "@/core/accounts/inputs";
import { readTheme, type Theme } from "@/core/accounts/preferences";
import { LOCALE_COOKIE } from "@/server/locale";
import { isSecure } from "@/server/session-token";

/** The cookie that remembers the chosen theme. */
const THEME_COOKIE = "duizhao.theme";

const YEAR = 365 * 24 * 60 * 60;

/** The theme of this request, known before the first byte is sent; null follows the system. */
export async function findTheme(): Promise<Theme | null> {
  return readTheme((await cookies()).get(THEME_COOKIE)?.value);
}

/** Remembers language and theme in this browser; null forgets a choice, what is left out stays. For actions and route handlers. */
export async function keepPreferences(
  choice: ChangePreferencesInput,
): Promise<void> {
  const jar = await cookies();
  const options = {
    path: "/",
    maxAge: YEAR,
    sameSite: "lax",
    httpOnly: true,
    secure: isSecure(),
  } as const;
  const choices = [
    [LOCALE_COOKIE, choice.locale],
    [THEME_COOKIE, choice.theme],
  ] as const;
  for (const [name, value] of choices) {
    if (value === null) jar.delete(name);
    else if (value !== undefined) jar.set(name, value, options);
  }
}
