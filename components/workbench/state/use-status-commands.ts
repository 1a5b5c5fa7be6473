"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useLayoutEffect } from "react";
import { toast } from "sonner";
import { useLive } from "@/components/workbench/live/live-provider";
import type { WorkbenchParts } from "@/components/workbench/workbench-context";
import { isEmptyRichText } from "@/core/text/rich-text";
import { setStatus as saveStatus } from "@/server/actions/translations";
import type { Commands } from "./commands";

/** Gives statuses: shown at once, taken back with a word where the server refuses. */
export function useStatusCommands(
  parts: WorkbenchParts,
  goOn: () => void,
): Pick<Commands, "setStatus" | "confirm"> {
  const live = useLive();
  const text = useTranslations("workbench");
  const errors = useTranslations("errors");
  const latest = useRef({ live, text, errors });
  useLayoutEffect(() => {
    latest.current = { live, text, errors };
  });

  const setStatus: Commands["setStatus"] = useCallback(
    async (status) => {
      const { rows, desk, editor, pending } = parts;
      const { live, text, errors } = latest.current;
      const row = rows.row(desk.get().focusedId ?? "");
      if (row === null) return false;
      const english = editor.current?.getRichText() ?? row.target;
      if (isEmptyRichText(english)) {
        toast.info(text("confirm_empty"));
        return false;
      }
      const before = row.status;
      pending.begin(row.id, status);
      rows.change(row.id, { status, target: english });
      const result = await saveAfter(
        () => live.flush(row.textId),
        () => saveStatus({ translationId: row.id, status }),
      );
      pending.end(row.id);
      if (result?.ok === true) {
        rows.change(row.id, { status: result.value.status, target: null });
        return true;
      }
      rows.change(row.id, { status: before, target: null });
      const reason =
        result === null
          ? text("status_offline")
          : errors(result.error.message, { ...result.error.values });
      toast.error(text("status_failed", { number: row.number, reason }));
      return false;
    },
    [parts],
  );

  const confirm: Commands["confirm"] = useCallback(
    async (then) => {
      const { desk, rows, editor } = parts;
      const row = rows.row(desk.get().focusedId ?? "");
      if (row === null || !parts.view.can.edit) return;
      const english = editor.current?.getRichText() ?? row.target;
      const isApproved = rows.summary(row.id)?.status === "approved";
      // An approved text that was not touched keeps its approval.
      const saved = isApproved
        ? Promise.resolve(true)
        : setStatus("translated");
      if (then === "next" && !isEmptyRichText(english)) goOn();
      await saved;
    },
    [parts, setStatus, goOn],
  );

  return { setStatus, confirm };
}

/** How long a text may take to be stored before its status is given up; offline it would wait for ever. */
const FLUSH_MS = 10_000;

/** Stores the text first, then the status; null where the network failed. */
async function saveAfter<T>(
  flush: () => Promise<void>,
  save: () => Promise<T>,
): Promise<T | null> {
  try {
    const isStored = await Promise.race([
      flush().then(() => true),
      lateAfter(FLUSH_MS),
    ]);
    if (!isStored) return null;
    return await save();
  } catch {
    return null;
  }
}

function lateAfter(milliseconds: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });
}
