"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import { importBundle } from "@/server/actions/bundles";

/** Takes a bundle's file and makes a project of it. */
export function OpenBundle() {
  const t = useTranslations("projects");
  const errors = useTranslations("errors");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const { isBusy, submit } = useAction(importBundle);

  async function handleFile(file: File) {
    const outcome = await submit({ text: await file.text() });
    if (outcome.ok) {
      toast.success(t("bundle_opened"));
      router.push(`/projects/${outcome.value.projectId}`);
      return;
    }
    const { message, values, fields } = outcome.error;
    toast.error(errors(fields.text ?? message, values));
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was mended.
          event.target.value = "";
          if (file !== undefined) void handleFile(file);
        }}
      />
      <Button
        busy={isBusy}
        title={t("bundle_hint")}
        onClick={() => input.current?.click()}
      >
        {t("open_bundle")}
      </Button>
    </>
  );
}
