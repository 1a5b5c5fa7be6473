"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { acceptInvitation } from "@/server/actions/members";

/** Joins a project by the secret of an invitation link. */
export function JoinForm({ token }: { readonly token: string }) {
  const t = useTranslations("account");
  const router = useRouter();
  const { isBusy, submit, error } = useAction(acceptInvitation);

  async function handleSubmit() {
    const outcome = await submit({ token });
    if (outcome.ok) router.push(`/projects/${outcome.value.projectId}`);
  }

  return (
    <Form error={error} onSubmit={() => void handleSubmit()}>
      <Button
        type="submit"
        variant="primary"
        busy={isBusy}
        className="self-start"
      >
        {t("invitation_accept")}
      </Button>
    </Form>
  );
}
