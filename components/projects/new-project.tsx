"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { createProject } from "@/server/actions/projects";

/** The button that makes a project, and the box that asks for its name. */
export function NewProject() {
  const t = useTranslations("projects");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, submit, error, errorOf, clear } = useAction(createProject);

  async function handleSubmit(values: FormData) {
    const outcome = await submit({ name: textOf(values, "name") });
    if (outcome.ok) router.push(`/projects/${outcome.value.projectId}`);
  }

  function open() {
    clear();
    setOpen(true);
  }

  return (
    <>
      <Button variant="primary" onClick={open}>
        {t("new")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("new_title")}
        description={t("new_description")}
        closeLabel={common("close")}
      >
        <Form
          error={error}
          onSubmit={(values) => void handleSubmit(values)}
          className="flex flex-col gap-4 pt-2"
        >
          <TextField
            label={t("name")}
            name="name"
            placeholder={t("name_example")}
            autoComplete="off"
            maxLength={200}
            error={errorOf("name")}
            required
          />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button type="submit" variant="primary" busy={isBusy}>
              {t("create")}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
