"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { changePassword } from "@/server/actions/accounts";
import { PasswordField } from "./password-field";

/** Changes the password; all other sessions end with it. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useTranslations("account");
  const { isBusy, submit, error, errorOf } = useAction(changePassword);
  // A new key empties the fields once the password is changed.
  const [round, setRound] = useState(0);

  async function handleSubmit(values: FormData) {
    const input = {
      current: textOf(values, "current"),
      password: textOf(values, "password"),
    };
    if (!(await submit(input)).ok) return;
    setRound(round + 1);
    toast.success(t("password_saved"));
  }

  return (
    <Form
      key={round}
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
    >
      {/* Tells password managers whose password this is. */}
      <input
        type="hidden"
        name="username"
        autoComplete="username"
        value={email}
      />
      <PasswordField
        label={t("current_password")}
        name="current"
        isNew={false}
        error={errorOf("current")}
      />
      <PasswordField
        label={t("new_password")}
        name="password"
        isNew
        hint={t("password_hint")}
        error={errorOf("password")}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={isBusy}>
          {t("change_password")}
        </Button>
        <span className="text-[13px] text-ink-3">{t("password_note")}</span>
      </div>
    </Form>
  );
}
