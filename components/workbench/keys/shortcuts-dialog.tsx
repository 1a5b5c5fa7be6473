"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { KeyCaps } from "./key-caps";
import type { ShortcutName } from "./shortcuts";

const GROUPS = {
  moving: ["next", "previous", "nextUnfinished", "previousUnfinished", "leave"],
  writing: [
    "confirmNext",
    "confirmStay",
    "insertTerm",
    "addTerm",
    "addNote",
    "placeNote",
  ],
  looking: [
    "find",
    "findNext",
    "findPrevious",
    "outline",
    "margin",
    "enterMargin",
    "read",
    "shortcuts",
  ],
} as const satisfies Record<string, readonly ShortcutName[]>;

/** All shortcuts of the workbench. */
export function ShortcutsDialog() {
  const { desk } = useWorkbench();
  const isOpen = useStored(desk, (state) => state.shortcutsOpen);
  const text = useTranslations("workbench");
  const common = useTranslations("common");
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(shortcutsOpen) => desk.set({ shortcutsOpen })}
      title={text("shortcuts")}
      closeLabel={common("close")}
    >
      <div className="flex flex-col gap-5">
        {(["moving", "writing", "looking"] as const).map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-xs font-semibold text-ink-3">
              {text(`shortcut_group.${group}`)}
            </h3>
            <dl>
              {GROUPS[group].map((name) => (
                <div
                  key={name}
                  className="flex items-center justify-between gap-4 border-t border-line py-1.5"
                >
                  <dt>{text(`shortcut.${name}`)}</dt>
                  <dd>
                    <KeyCaps name={name} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
