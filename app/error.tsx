"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type ErrorPageProps = {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
};

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("account");
  return (
    <main
      id="main"
      className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 px-6 text-center"
    >
      <h1 className="font-en text-2xl font-semibold">{t("error_title")}</h1>
      <p className="text-ink-2">{t("error_text")}</p>
      {error.digest !== undefined && (
        <p className="text-[13px] text-ink-3">
          {t("error_digest", { digest: error.digest })}
        </p>
      )}
      <Button variant="primary" onClick={reset}>
        {t("error_retry")}
      </Button>
    </main>
  );
}
