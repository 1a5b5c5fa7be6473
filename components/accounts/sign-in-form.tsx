"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { enter } from "./enter";
import { PasswordField } from "./password-field";

type SignInFormProps = {
  /** The path to go to afterwards; checked to be of this site. */
  readonly next: string;
};

async function signIn({
  email,
  password,
}: {
  email: string;
  password: string;
}) {
  const entrance = await enter(email, password);
  if (entrance.ok) return { ok: true as const, value: null };
  return {
    ok: false as const,
    error: { message: entrance.message, values: entrance.values, fields: {} },
  };
}

/** E-mail address and password. */
export function SignInForm({ next }: SignInFormProps) {
  const t = useTranslations("account");
  const { isBusy, submit, error } = useAction(signIn);

  async function handleSubmit(values: FormData) {
    const outcome = await submit({
      email: textOf(values, "email"),
      password: textOf(values, "password"),
    });
    // A whole load, so that nothing of before the session is kept.
    if (outcome.ok) location.assign(next);
  }

  return (
    <Form error={error} onSubmit={(values) => void handleSubmit(values)}>
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField label={t("password")} name="password" isNew={false} />
      <Button
        type="submit"
        variant="primary"
        busy={isBusy}
        className="justify-center"
      >
        {t("sign_in")}
      </Button>
      <p className="text-[13px] text-ink-3">{t("forgotten")}</p>
    </Form>
  );
}
