"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import {
  LOCALES,
  readLocale,
  readTheme,
  THEMES,
  type Locale,
  type Theme,
} from "@/core/accounts/preferences";
import { Menu, MenuItem, MenuRadio, MenuSeparator } from "@/components/ui/menu";
import { changePreferences } from "@/server/actions/accounts";

type AccountMenuProps = {
  readonly account: { readonly name: string; readonly email: string };
  readonly locale: Locale;
  /** Null follows the system. */
  readonly theme: Theme | null;
};

/** One or two characters that stand for a name: the last two of a Chinese name, else initials. */
function initials(name: string): string {
  const han = name.match(/\p{Script=Han}+/u)?.[0];
  if (han !== undefined) return [...han].slice(-2).join("");
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** The account's menu: its page, language and looks, help, signing out. */
export function AccountMenu({ account, locale, theme }: AccountMenuProps) {
  const t = useTranslations("account");
  const router = useRouter();

  async function choose(choice: { locale?: Locale; theme?: Theme | null }) {
    const result = await changePreferences(choice).catch(() => null);
    if (result?.ok) router.refresh();
    else toast.error(t("preferences_failed"));
  }

  async function leave() {
    await signOut({ redirect: false }).then(
      () => location.assign("/sign-in"),
      () => toast.error(t("sign_out_failed")),
    );
  }

  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("menu", { name: account.name })}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-full border border-line-strong bg-paper text-xs font-semibold text-ink-2 hover:bg-paper-sunk hover:text-ink"
        >
          {initials(account.name)}
        </button>
      }
    >
      <MenuItem asChild>
        <Link href="/account">
          <span className="flex min-w-0 flex-col">
            <span className="max-w-60 truncate font-medium">
              {account.name}
            </span>
            <span className="max-w-60 truncate text-xs text-ink-3">
              {account.email}
            </span>
          </span>
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/projects">{t("projects")}</Link>
      </MenuItem>
      <MenuSeparator />
      <MenuRadio
        label={t("language")}
        value={locale}
        onValueChange={(value) =>
          void choose({ locale: readLocale(value) ?? locale })
        }
        options={LOCALES.map((value) => ({
          value,
          label: t(`locale.${value}`),
        }))}
      />
      <MenuSeparator />
      <MenuRadio
        label={t("theme")}
        value={theme ?? "system"}
        onValueChange={(value) => void choose({ theme: readTheme(value) })}
        options={["system", ...THEMES].map((value) => ({
          value,
          label: t(`looks.${value}`),
        }))}
      />
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/help">{t("help")}</Link>
      </MenuItem>
      <MenuItem onSelect={() => void leave()}>{t("sign_out")}</MenuItem>
    </Menu>
  );
}
