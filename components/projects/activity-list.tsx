import { useFormatter, useNow, useTranslations } from "next-intl";
import { ROLES } from "@/core/access/can";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import type { ActivityView } from "@/core/projects/views";

type Words = Record<string, string | number>;

/** What was done lately, newest first, in words. */
export function ActivityList({
  activities,
}: {
  readonly activities: readonly ActivityView[];
}) {
  const t = useTranslations("projects");
  const format = useFormatter();
  const now = useNow();
  const describe = useDescription();
  if (activities.length === 0)
    return <p className="text-ink-3">{t("no_activity")}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {activities.map((activity) => (
        <li key={activity.id} className="flex flex-col">
          <span className="break-words">{describe(activity)}</span>
          <time
            dateTime={activity.createdAt}
            className="text-[13px] text-ink-3"
          >
            {format.relativeTime(new Date(activity.createdAt), now)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function useDescription(): (activity: ActivityView) => string {
  const t = useTranslations("projects");
  const roleName = useTranslations("common.role");
  return ({ accountName, action, data }) => {
    const actor = accountName ?? t("the_server");
    // Sentences take what they need; facts that an older entry does not have are left empty.
    const words: Words = {
      name: "",
      title: "",
      source: "",
      role: "",
      to: "",
      added: 0,
      count: 1,
    };
    for (const [key, value] of Object.entries(data))
      words[key] = typeof value === "number" ? value : String(value ?? "");
    const role = ROLES.find((known) => known === data.role);
    const status = TRANSLATION_STATUSES.find((known) => known === data.to);
    if (role) words.role = roleName(role);
    if (status) words.to = t(`status.${status}`);
    const key = `done.${action}`;
    return t.has(key)
      ? t(key, { ...words, actor })
      : t("done_other", { actor });
  };
}
