"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { LostAccess } from "./live";

type LostAccessNoticeProps = { readonly lost: LostAccess };

/** Tells someone who was signed out, or is no member any more, what is safe and where to go. */
export function LostAccessNotice({ lost }: LostAccessNoticeProps) {
  const t = useTranslations("workbench.lost_access");
  const address =
    lost === "removed"
      ? "/projects"
      : `/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`;
  return (
    <div className="fixed inset-x-3 bottom-3 z-50 mx-auto max-w-xl shadow-lg">
      <Notice
        tone="error"
        action={
          <Link
            href={address}
            className="shrink-0 font-semibold underline underline-offset-4"
          >
            {t(`${lost}_next`)}
          </Link>
        }
      >
        {t(lost)}
      </Notice>
    </div>
  );
}
