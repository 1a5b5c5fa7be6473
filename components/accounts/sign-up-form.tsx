"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import type { Locale } from "@/core/accounts/preferences";
import { signUp } from "@/server/actions/accounts";
import { enter } from "./enter";
import { PasswordField } from "./password-field";

type SignUpFormProps = {
  readonly setup: string | null;
  readonly invitation: string | null;
  /** The address that an invitation is for. */
  readonly invitedEmail: string | null;
  /** The path to go to where the new account has no start of its own. */
  readonly next: string;
};

type Landing = {
  readonly projectId: string;
  readonly documentId: string | null;
} | null;

function pathOf(landing: Landing, next: string): string {
  if (landing === null) return next;
  const { projectId, documentId } = landing;
  return documentId === null
    ? `/projects/${projectId}`
    : `/projects/${projectId}/documents/${documentId}`;
}

/** Name, e-mail address, password: makes the account, signs in, and goes where the work is. */
export function SignUpForm({
  setup,
  invitation,
  invitedEmail,
  next,
}: SignUpFormProps) {
  const t = useTranslations("account");
  const locale = useLocale() as Locale;
  const { isBusy, submit, error, errorOf } = useAction(signUp);

  async function handleSubmit(values: FormData) {
    const email = invitedEmail ?? textOf(values, "email");
    const password = textOf(values, "password");
    const outcome = await submit({
      name: textOf(values, "name"),
      email,
      password,
      invitation,
      setup,
      locale,
    });
    if (!outcome.ok) return;
    const entrance = await enter(email, password);
    const path = pathOf(outcome.value, next);
    location.assign(
      entrance.ok ? path : `/sign-in?next=${encodeURIComponent(path)}`,
    );
  }

  return (
    <Form error={error} onSubmit={(values) => void handleSubmit(values)}>
      <TextField
        label={t("name")}
        name="name"
        autoComplete="name"
        hint={t("name_hint")}
        error={errorOf("name")}
        required
      />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hint={t(
          invitedEmail === null ? "email_hint" : "sign_up_invited_email_hint",
        )}
        error={errorOf("email")}
        required
        {...(invitedEmail === null
          ? {}
          : { value: invitedEmail, readOnly: true })}
      />
      <PasswordField
        label={t("password")}
        name="password"
        isNew
        hint={t("password_hint")}
        error={errorOf("password")}
      />
      <Button
        type="submit"
        variant="primary"
        busy={isBusy}
        className="justify-center"
      >
        {t("sign_up_submit")}
      </Button>
    </Form>
  );
}
