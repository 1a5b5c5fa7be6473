import { useTranslations } from "next-intl";
import type { MemberView } from "@/core/projects/views";

/** The members of a project by name and role, as the project's page shows them. */
export function MemberNames({
  members,
}: {
  readonly members: readonly MemberView[];
}) {
  const role = useTranslations("common.role");
  return (
    <ul className="flex flex-col gap-1">
      {members.map((member) => (
        <li key={member.accountId} className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate">{member.name}</span>
          <span className="text-[13px] text-ink-3">{role(member.role)}</span>
        </li>
      ))}
    </ul>
  );
}
