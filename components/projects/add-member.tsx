"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { ROLES, type Role } from "@/core/access/can";
import type { AddMemberView } from "@/core/projects/views";
import { addMember } from "@/server/actions/members";
import { InvitationLink } from "./invitation-link";

type AddMemberProps = {
  readonly projectId: string;
  /** False where the server takes no new accounts. */
  readonly canInvite: boolean;
};

/** Adds someone by e-mail address; who has no account yet gets a link, shown here once. */
export function AddMember({ projectId, canInvite }: AddMemberProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const router = useRouter();
  const { isBusy, submit, error, errorOf } = useAction(addMember);
  const [role, setRole] = useState<Role>("translator");
  const [made, setMade] = useState<AddMemberView | null>(null);
  // A new key empties the form once what was typed has done its work.
  const [round, setRound] = useState(0);

  async function handleSubmit(values: FormData) {
    const outcome = await submit({
      projectId,
      email: textOf(values, "email"),
      role,
    });
    if (!outcome.ok) return;
    setMade(outcome.value);
    setRound(round + 1);
    if (outcome.value.kind === "added")
      toast.success(t("added", { name: outcome.value.name }));
    router.refresh();
  }

  return (
    <>
      <Form
        key={round}
        error={error}
        onSubmit={(values) => void handleSubmit(values)}
        className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-start"
      >
        <div className="min-w-56 flex-1">
          <TextField
            label={t("email")}
            name="email"
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            hint={t(canInvite ? "add_hint" : "add_hint_closed")}
            error={errorOf("email")}
            required
          />
        </div>
        <div className="sm:w-56">
          <Select
            label={t("role")}
            value={role}
            hint={t(`role_hint.${role}`)}
            onChange={(event) =>
              setRole(
                ROLES.find((known) => known === event.target.value) ?? role,
              )
            }
          >
            {ROLES.map((known) => (
              <option key={known} value={known}>
                {common(`role.${known}`)}
              </option>
            ))}
          </Select>
        </div>
        <Button
          type="submit"
          variant="primary"
          busy={isBusy}
          className="self-start sm:mt-[23px]"
        >
          {t("add")}
        </Button>
      </Form>
      <InvitationLink
        invitation={made?.kind === "invited" ? made : null}
        onClose={() => setMade(null)}
      />
    </>
  );
}
