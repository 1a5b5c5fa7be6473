import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Locale, Theme } from "@/core/accounts/preferences";
import { Button } from "@/components/ui/button";
import { AccountMenu } from "./account-menu";
import { Seal } from "./seal";
import { SectionCrumb } from "./section-crumb";

type TopBarProps = {
  /** Null for visitors who are not signed in. */
  readonly account: { readonly name: string; readonly email: string } | null;
  readonly theme: Theme | null;
  /** The project whose pages these are. */
  readonly project?: { readonly id: string; readonly name: string };
};

/** The bar above ordinary pages: the seal, where one is, and the account. */
export function TopBar({ account, theme, project }: TopBarProps) {
  const t = useTranslations("account");
  const locale = useLocale() as Locale;
  return (
    <>
      <a
        href="#main"
        className="absolute top-1 left-1 z-50 -translate-y-20 rounded-md bg-paper-raised px-3 py-1.5 font-medium focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <header className="flex h-[52px] items-center gap-3 border-b border-line bg-paper-raised px-4">
        <Link href="/projects" aria-label={t("home")} className="rounded">
          <Seal />
        </Link>
        <nav aria-label={t("crumbs")} className="min-w-0 flex-1">
          <ol className="flex min-w-0 items-center gap-1.5 text-ink-2">
            <li className={project ? "hidden sm:block" : ""}>
              <Link href="/projects" className="rounded hover:text-ink">
                {t("projects")}
              </Link>
            </li>
            {project && (
              <SectionCrumb projectId={project.id} projectName={project.name} />
            )}
          </ol>
        </nav>
        {account === null ? (
          <Button asChild size="small">
            <Link href="/sign-in">{t("sign_in")}</Link>
          </Button>
        ) : (
          <AccountMenu account={account} locale={locale} theme={theme} />
        )}
      </header>
    </>
  );
}
