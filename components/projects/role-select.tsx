"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Confirm } from "@/components/ui/confirm";
import { Select } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { ROLES, type Role } from "@/core/access/can";
import type { MemberView } from "@/core/projects/views";
import { changeRole } from "@/server/actions/members";

type RoleSelectProps = {
  readonly projectId: string;
  readonly member: MemberView;
};

/** A member's role, changed by choosing another; giving up one's own ownership is asked about first. */
export function RoleSelect({ projectId, member }: RoleSelectProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const router = useRouter();
  const { isBusy, submit, error } = useAction(changeRole);
  const [asked, setAsked] = useState<Role | null>(null);

  async function change(role: Role) {
    const outcome = await submit({
      projectId,
      accountId: member.accountId,
      role,
    });
    if (outcome.ok) {
      setAsked(null);
      toast.success(
        t("role_saved", { name: member.name, role: common(`role.${role}`) }),
      );
    }
    // After a refusal too: the list then shows what holds.
    router.refresh();
  }

  function handleChange(value: string) {
    const role = ROLES.find((known) => known === value) ?? member.role;
    if (member.isYou) setAsked(role);
    else void change(role);
  }

  return (
    <div className="w-36">
      <Select
        label={t("role_of", { name: member.name })}
        labelHidden
        value={member.role}
        disabled={isBusy}
        error={asked === null ? error : null}
        onChange={(event) => handleChange(event.target.value)}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {common(`role.${role}`)}
          </option>
        ))}
      </Select>
      <Confirm
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={t("demote_title")}
        description={t("demote_text")}
        closeLabel={common("close")}
        cancelLabel={common("cancel")}
        confirmLabel={t("demote_confirm")}
        isBusy={isBusy}
        error={error}
        onConfirm={() => asked !== null && void change(asked)}
      />
    </div>
  );
}
