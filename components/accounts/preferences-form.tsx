"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import {
  LOCALES,
  readLocale,
  readTheme,
  THEMES,
  type Locale,
  type Theme,
} from "@/core/accounts/preferences";
import { changePreferences } from "@/server/actions/accounts";

type PreferencesFormProps = {
  readonly locale: Locale;
  /** Null follows the system. */
  readonly theme: Theme | null;
};

/** Language and theme; what is chosen holds at once. */
export function PreferencesForm({ locale, theme }: PreferencesFormProps) {
  const t = useTranslations("account");
  const router = useRouter();
  const { isBusy, submit, error } = useAction(changePreferences);

  async function choose(choice: { locale?: Locale; theme?: Theme | null }) {
    if ((await submit(choice)).ok) router.refresh();
  }

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t("language")}
        value={locale}
        disabled={isBusy}
        error={error}
        onChange={(event) =>
          void choose({ locale: readLocale(event.target.value) ?? locale })
        }
      >
        {LOCALES.map((value) => (
          <option key={value} value={value} lang={value}>
            {t(`locale.${value}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("theme")}
        value={theme ?? "system"}
        disabled={isBusy}
        onChange={(event) =>
          void choose({ theme: readTheme(event.target.value) })
        }
      >
        {["system", ...THEMES].map((value) => (
          <option key={value} value={value}>
            {t(`looks.${value}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
