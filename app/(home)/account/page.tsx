import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NameForm } from "@/components/accounts/name-form";
import { PasswordForm } from "@/components/accounts/password-form";
import { PreferencesForm } from "@/components/accounts/preferences-form";
import { SessionList } from "@/components/accounts/session-list";
import { Page, Section } from "@/components/ui/page";
import type { Locale } from "@/core/accounts/preferences";
import { forPage } from "@/server/page";
import { findTheme } from "@/server/preferences";
import { findAccount } from "@/server/services/accounts/account";
import { listSessions } from "@/server/services/accounts/sessions";
import { findSession, requireActorOrSignIn } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("account_title") };
}

export default async function AccountPage() {
  const actor = await requireActorOrSignIn("/account");
  const account = await forPage(findAccount(actor));
  const [sessions, locale, theme, t] = await Promise.all([
    listSessions(actor, (await findSession())?.id ?? ""),
    getLocale(),
    findTheme(),
    getTranslations("account"),
  ]);
  return (
    <Page
      title={t("account_title")}
      width="narrow"
      lead={
        <>
          {account.email}
          {account.instanceRole === "owner" && ` · ${t("account_owner")}`}
        </>
      }
    >
      <Section title={t("name_section")}>
        <NameForm name={account.name} />
      </Section>
      <Section title={t("looks_section")}>
        <PreferencesForm locale={locale as Locale} theme={theme} />
      </Section>
      <Section title={t("password_section")}>
        <PasswordForm email={account.email} />
      </Section>
      <Section title={t("session_section")}>
        <SessionList sessions={sessions} />
      </Section>
    </Page>
  );
}
