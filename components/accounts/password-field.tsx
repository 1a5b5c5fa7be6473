"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/field";

type PasswordFieldProps = {
  readonly label: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly hint?: string;
  readonly error?: string;
};

/** A password, which can be shown while it is typed. */
export function PasswordField({
  label,
  name,
  isNew,
  hint,
  error,
}: PasswordFieldProps) {
  const t = useTranslations("account");
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextField
        label={label}
        name={name}
        type={isShown ? "text" : "password"}
        autoComplete={isNew ? "new-password" : "current-password"}
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={hint}
        error={error}
        className="pr-10"
      />
      <button
        type="button"
        aria-label={t(isShown ? "hide_password" : "show_password")}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute top-[26px] right-1 inline-flex size-8 items-center justify-center rounded-md text-ink-3 hover:text-ink"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
