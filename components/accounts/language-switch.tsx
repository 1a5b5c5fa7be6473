"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { LOCALES, type Locale } from "@/core/accounts/preferences";
import { changePreferences } from "@/server/actions/accounts";

/** The interface languages, each in its own words, for those who are not signed in. */
export function LanguageSwitch() {
  const t = useTranslations("account");
  const current = useLocale() as Locale;
  const router = useRouter();

  async function choose(locale: Locale) {
    const result = await changePreferences({ locale }).catch(() => null);
    if (result?.ok) router.refresh();
  }

  return (
    <div role="group" aria-label={t("language")} className="flex gap-1">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => void choose(locale)}
          className="rounded px-2 py-1 text-[13px] text-ink-2 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {t(`locale.${locale}`)}
        </button>
      ))}
    </div>
  );
}
