import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Help } from "@/components/shell/help";
import { Page } from "@/components/ui/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default async function HelpPage() {
  const t = await getTranslations("help");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Help />
    </Page>
  );
}
