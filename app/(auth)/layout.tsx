import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/accounts/language-switch";
import { Specimen } from "@/components/accounts/specimen";
import { Seal } from "@/components/shell/seal";
import { listRecentEditions } from "@/server/services/editions/public-editions";

export default async function AuthLayout({
  children,
}: {
  readonly children: ReactNode;
}) {
  const [t, published] = await Promise.all([
    getTranslations("account"),
    listRecentEditions(1),
  ]);
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(24rem,5fr)_7fr]">
      <div className="flex flex-col border-line bg-paper-raised px-6 py-5 sm:px-12 lg:border-r">
        <header className="flex items-center gap-3">
          <Seal className="size-9 text-[14px]" />
          <span className="flex-1 font-en text-lg font-semibold">
            {t("product_title")}
          </span>
          <LanguageSwitch />
        </header>
        <main
          id="main"
          className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-5 py-12"
        >
          {children}
          {published.length > 0 && (
            <p className="border-t border-line pt-5 text-sm text-ink-2">
              <a href="/e" className="underline underline-offset-2">
                {t("read_editions")}
              </a>
            </p>
          )}
        </main>
      </div>
      <aside
        aria-label={t("tagline")}
        className="hidden flex-col justify-center gap-12 px-14 lg:flex"
      >
        <p className="max-w-xl font-en text-3xl leading-snug text-balance">
          {t("tagline")}
        </p>
        <Specimen />
      </aside>
    </div>
  );
}
