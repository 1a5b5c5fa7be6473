"use client";

import {
  Check,
  CircleAlert,
  CloudOff,
  LoaderCircle,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/workbench/live/live-provider";
import type { Saving } from "@/components/workbench/live/live";

const LOOKS: Record<
  Saving,
  { readonly Icon: LucideIcon; readonly tone: string }
> = {
  connecting: { Icon: LoaderCircle, tone: "text-ink-3" },
  saving: { Icon: LoaderCircle, tone: "text-ink-2" },
  saved: { Icon: Check, tone: "text-ink-2" },
  offline: { Icon: CloudOff, tone: "text-amber" },
  unsaved: { Icon: CircleAlert, tone: "text-vermilion" },
};

/** Whether what was typed is stored: in words, with a shape. */
export function SavingState() {
  const { saving, unsavedReason } = useLive();
  const text = useTranslations("workbench.saving");
  const { Icon, tone } = LOOKS[saving];
  const words =
    saving === "unsaved" && unsavedReason !== null
      ? text(`unsaved_${unsavedReason}`)
      : text(saving);
  return (
    <p
      role="status"
      data-saving={saving}
      className={`flex items-center gap-1.5 text-[13px] whitespace-nowrap ${tone}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="max-sm:sr-only">{words}</span>
    </p>
  );
}
