"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type DocumentFailureProps = {
  /** What the server's log calls this failure. */
  readonly digest: string | null;
  readonly onRetry: () => void;
};

/** Says that a document could not be opened, what is safe, and what to do next. */
export function DocumentFailure({ digest, onRetry }: DocumentFailureProps) {
  const text = useTranslations("documents");
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 px-6 text-center">
      <h1 className="font-en text-2xl font-semibold">{text("error_title")}</h1>
      <p className="text-ink-2">{text("error_text")}</p>
      {digest !== null && (
        <p className="text-[13px] text-ink-3">
          {text("error_digest", { digest })}
        </p>
      )}
      <div className="flex gap-2">
        <Button variant="primary" onClick={onRetry}>
          {text("error_retry")}
        </Button>
        <Button asChild>
          <Link href="/projects">{text("error_back")}</Link>
        </Button>
      </div>
    </main>
  );
}
