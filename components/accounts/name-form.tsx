"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { renameAccount } from "@/server/actions/accounts";

/** Changes the account's name. */
export function NameForm({ name }: { readonly name: string }) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const router = useRouter();
  const { isBusy, submit, error, errorOf } = useAction(renameAccount);

  async function handleSubmit(values: FormData) {
    if (!(await submit({ name: textOf(values, "name") })).ok) return;
    toast.success(t("name_saved"));
    router.refresh();
  }

  return (
    <Form error={error} onSubmit={(values) => void handleSubmit(values)}>
      <TextField
        label={t("name")}
        name="name"
        defaultValue={name}
        autoComplete="name"
        hint={t("name_hint")}
        error={errorOf("name")}
        required
      />
      <Button type="submit" busy={isBusy} className="self-start">
        {common("save")}
      </Button>
    </Form>
  );
}
