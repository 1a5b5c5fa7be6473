"use client";

import { useTranslations } from "next-intl";
import type { MembersView } from "@/core/projects/views";
import { LeaveProject } from "./leave-project";
import { RemoveMember } from "./remove-member";
import { RoleSelect } from "./role-select";

/** The members of a project with their roles; what may be changed is changed in place. */
export function MemberList({ view }: { readonly view: MembersView }) {
  const t = useTranslations("members");
  const role = useTranslations("common.role");
  const { projectId, members } = view;
  return (
    <ul aria-label={t("list")} className="divide-y divide-line">
      {members.map((member) => (
        <li
          key={member.accountId}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3"
        >
          <div className="min-w-40 flex-1">
            <p className="font-medium break-words">
              {member.name}
              {member.isYou && (
                <span className="ml-2 text-[13px] font-normal text-ink-3">
                  {t("you")}
                </span>
              )}
            </p>
            {member.email !== null && (
              <p className="text-[13px] break-all text-ink-3">{member.email}</p>
            )}
          </div>
          {member.can.changeRole ? (
            <RoleSelect projectId={projectId} member={member} />
          ) : (
            <span className="text-ink-2">{role(member.role)}</span>
          )}
          {member.can.remove && !member.isYou && (
            <RemoveMember projectId={projectId} member={member} />
          )}
          {member.can.remove && member.isYou && (
            <LeaveProject projectId={projectId} accountId={member.accountId} />
          )}
          {view.can.edit && !member.can.remove && (
            <p className="w-full text-[13px] text-ink-3">{t("last_owner")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
