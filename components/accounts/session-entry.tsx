"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import type { SessionItem } from "@/core/accounts/views";
import { endSession } from "@/server/actions/accounts";
import { SignOut } from "./sign-out";

type SessionEntryProps = {
  readonly session: SessionItem;
  readonly onEnded: () => void;
};

function useName({ browser, system }: SessionItem): string {
  const t = useTranslations("account");
  if (browser !== null && system !== null)
    return t("session_device", { browser, system });
  if (browser !== null) return t("session_browser", { browser });
  return system === null
    ? t("session_unknown")
    : t("session_system", { system });
}

/** One browser: its name, since when and until when it was used, and what signs it out. */
export function SessionEntry({ session, onEnded }: SessionEntryProps) {
  const t = useTranslations("account");
  const format = useFormatter();
  const { isBusy, submit, error } = useAction(endSession);
  const name = useName(session);
  const time = (moment: string) =>
    format.dateTime(new Date(moment), {
      dateStyle: "medium",
      timeStyle: "short",
    });
  const since = time(session.createdAt);

  async function handleEnd() {
    if ((await submit({ sessionId: session.id })).ok) onEnded();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          {name}
          {session.isPresent && (
            <span className="rounded bg-paper-sunk px-1.5 text-xs font-semibold text-ink-2">
              {t("session_present")}
            </span>
          )}
        </p>
        <p className="flex flex-wrap gap-x-4 text-[13px] text-ink-3">
          <span>{t("session_since", { since })}</span>
          <span>{t("session_seen", { seen: time(session.lastSeenAt) })}</span>
        </p>
      </div>
      {session.isPresent ? (
        <SignOut />
      ) : (
        <Button
          busy={isBusy}
          aria-label={t("session_end", { name, since })}
          onClick={() => void handleEnd()}
        >
          {t("sign_out")}
        </Button>
      )}
      {error !== null && (
        <p role="alert" className="w-full text-[13px] text-vermilion">
          {error}
        </p>
      )}
    </li>
  );
}
