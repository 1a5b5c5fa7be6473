"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import type { SessionItem } from "@/core/accounts/views";
import { endSessions } from "@/server/actions/accounts";
import { SessionEntry } from "./session-entry";

/** The browsers in which the account is signed in, with what ends each of them, the others, or all. */
export function SessionList({
  sessions,
}: {
  readonly sessions: readonly SessionItem[];
}) {
  const t = useTranslations("account");
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const { isBusy, submit, error } = useAction(endSessions);

  /** The button that was pressed goes with what it ended; the list takes the focus. */
  function handleEnded(message: string) {
    toast.success(message);
    list.current?.focus();
    router.refresh();
  }

  async function handleEndOthers() {
    if ((await submit({ scope: "others" })).ok)
      handleEnded(t("sessions_ended"));
  }

  async function handleEndAll() {
    // A whole load, so that nothing of the session is kept.
    if ((await submit({ scope: "all" })).ok) location.assign("/sign-in");
  }

  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{t("session_text")}</p>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={t("session_section")}
        className="divide-y divide-line border-y border-line"
      >
        {sessions.map((session) => (
          <SessionEntry
            key={session.id}
            session={session}
            onEnded={() => handleEnded(t("session_ended"))}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {sessions.length > 1 && (
          <Button busy={isBusy} onClick={() => void handleEndOthers()}>
            {t("sessions_end_others")}
          </Button>
        )}
        <Button
          variant="danger"
          busy={isBusy}
          onClick={() => void handleEndAll()}
        >
          {t("sessions_end_all")}
        </Button>
      </div>
      {error !== null && (
        <p role="alert" className="text-[13px] text-vermilion">
          {error}
        </p>
      )}
    </div>
  );
}
