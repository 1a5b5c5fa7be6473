import { useTranslations } from "next-intl";
import type { SignUpDoor } from "@/core/accounts/views";

type Words = { readonly title: string; readonly text: string | null };

function wordsFor(
  door: SignUpDoor,
  t: ReturnType<typeof useTranslations<"account">>,
): Words {
  if (door.needsSetupToken)
    return { title: t("sign_up_setup_title"), text: t("sign_up_setup_text") };
  switch (door.kind) {
    case "first":
      return { title: t("sign_up_first_title"), text: t("sign_up_first_text") };
    case "invited": {
      const project = door.invitation?.projectName ?? "";
      return {
        title: t("sign_up_title"),
        text: t("sign_up_invited_text", { project }),
      };
    }
    case "open":
      return { title: t("sign_up_title"), text: null };
    case "invite_only":
      return {
        title: t("sign_up_invite_title"),
        text: t("sign_up_invite_text"),
      };
    case "closed":
      return {
        title: t("sign_up_closed_title"),
        text: t("sign_up_closed_text"),
      };
  }
}

/** What a visitor who wants an account is told: whose it will be, or why there is none to be had. */
export function SignUpGreeting({ door }: { readonly door: SignUpDoor }) {
  const { title, text } = wordsFor(door, useTranslations("account"));
  return (
    <div className="flex flex-col gap-2">
      <h1 className="font-en text-3xl font-semibold text-balance">{title}</h1>
      {text !== null && <p className="text-ink-2">{text}</p>}
    </div>
  );
}
