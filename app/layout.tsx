import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { findTheme } from "@/server/preferences";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return {
    title: {
      default: t("product_title"),
      template: t("title_template", { page: "%s" }),
    },
    description: t("tagline"),
    robots: { index: false },
    referrer: "same-origin",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
};

export default async function RootLayout({
  children,
}: {
  readonly children: ReactNode;
}) {
  const [locale, theme, t] = await Promise.all([
    getLocale(),
    findTheme(),
    getTranslations("account"),
  ]);
  return (
    // Known before the first byte, so that nothing flashes; without the attribute the style sheet follows the system.
    <html lang={locale} data-theme={theme ?? undefined}>
      <body>
        <NextIntlClientProvider>
          {children}
          <Toaster label={t("messages_label")} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
