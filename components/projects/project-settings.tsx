"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { deleteProject, renameProject } from "@/server/actions/projects";

type ProjectSettingsProps = {
  readonly projectId: string;
  readonly name: string;
  /** Editions, which stay public when it is deleted. */
  readonly editions: number;
};

/** What only owners change: the project's name, and whether it exists. */
export function ProjectSettings({
  projectId,
  name,
  editions,
}: ProjectSettingsProps) {
  return (
    <div className="flex flex-col gap-6">
      <RenameProject projectId={projectId} name={name} />
      <DeleteProject projectId={projectId} name={name} editions={editions} />
    </div>
  );
}

function RenameProject({
  projectId,
  name,
}: Omit<ProjectSettingsProps, "editions">) {
  const t = useTranslations("projects");
  const router = useRouter();
  const { isBusy, submit, error, errorOf } = useAction(renameProject);

  async function handleSubmit(values: FormData) {
    if (!(await submit({ projectId, name: textOf(values, "name") })).ok) return;
    toast.success(t("renamed"));
    router.refresh();
  }

  return (
    <Form
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
      className="flex max-w-lg flex-col gap-3"
    >
      <TextField
        label={t("name")}
        name="name"
        defaultValue={name}
        autoComplete="off"
        maxLength={200}
        error={errorOf("name")}
        required
      />
      <Button type="submit" busy={isBusy} className="self-start">
        {t("rename")}
      </Button>
    </Form>
  );
}

function DeleteProject({ projectId, name, editions }: ProjectSettingsProps) {
  const t = useTranslations("projects");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, submit, error, errorOf } = useAction(deleteProject);

  async function handleConfirm(values: FormData) {
    if (
      !(
        await submit({
          projectId,
          confirmation: textOf(values, "confirmation"),
        })
      ).ok
    )
      return;
    toast.success(t("delete_done"));
    router.push("/projects");
    router.refresh();
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1 text-ink-2">{t("delete_note")}</p>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t("delete")}
      </Button>
      <Confirm
        open={isOpen}
        onOpenChange={setOpen}
        title={t("delete_title")}
        description={t("delete_text", { name, editions })}
        closeLabel={common("close")}
        cancelLabel={common("cancel")}
        confirmLabel={t("delete")}
        isBusy={isBusy}
        error={error}
        onConfirm={(values) => void handleConfirm(values)}
      >
        <TextField
          label={t("delete_confirm")}
          name="confirmation"
          placeholder={name}
          autoComplete="off"
          error={errorOf("confirmation")}
          required
        />
      </Confirm>
    </div>
  );
}
