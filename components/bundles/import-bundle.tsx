"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { MAX_BUNDLE_BYTES } from "@/core/bundle/bundle";
import { importBundle } from "@/server/actions/bundles";

/** A button that makes a project of a bundle's file, in a dialog of its own. */
export function ImportBundle() {
  const t = useTranslations("bundles");
  const common = useTranslations("common");
  const router = useRouter();
  const { isBusy, submit, fail, clear, error } = useAction(importBundle);
  const [isOpen, setOpen] = useState(false);

  async function handleSubmit(values: FormData) {
    const file = values.get("file");
    if (!(file instanceof File) || file.size === 0)
      return fail("bundle_missing");
    if (file.size > MAX_BUNDLE_BYTES)
      return fail("bundle_too_large", {
        megabytes: MAX_BUNDLE_BYTES / 2 ** 20,
      });
    const text = await readText(file);
    if (text === null) return fail("bundle_unreadable");
    const outcome = await submit({ text });
    if (!outcome.ok) return;
    setOpen(false);
    router.push(`/projects/${outcome.value.projectId}`);
  }

  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          clear();
          setOpen(true);
        }}
      >
        <Upload aria-hidden className="size-4" />
        {t("import")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => !isBusy && setOpen(open)}
        title={t("importTitle")}
        description={t("importDescription")}
        closeLabel={common("close")}
      >
        <Form error={error} onSubmit={(values) => void handleSubmit(values)}>
          <Field
            label={t("file")}
            hint={t("fileHint", { megabytes: MAX_BUNDLE_BYTES / 2 ** 20 })}
          >
            {({ id, describedBy }) => (
              <input
                id={id}
                name="file"
                type="file"
                accept=".json,application/json"
                aria-describedby={describedBy}
                className="w-full rounded-md border border-line-strong bg-paper-raised p-2 file:mr-3 file:rounded file:border file:border-line-strong file:bg-paper-sunk file:px-2 file:py-1"
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button
              variant="quiet"
              disabled={isBusy}
              onClick={() => setOpen(false)}
            >
              {common("cancel")}
            </Button>
            <Button type="submit" variant="primary" busy={isBusy}>
              {isBusy ? t("importing") : t("importConfirm")}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}

/** The text of a file in UTF-8; null where it is in no such form, or was moved away meanwhile. */
async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      await file.arrayBuffer(),
    );
  } catch {
    return null;
  }
}
