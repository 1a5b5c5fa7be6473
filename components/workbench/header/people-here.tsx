"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/workbench/state/commands";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { Tooltip } from "@/components/ui/tooltip";

/** More than this are summed up. */
const SHOWN = 4;

/** The others who have the document open; a press goes where one of them is. */
export function PeopleHere() {
  const { peers } = useWorkbench();
  const all = useStored(peers, (state) => state.all);
  const { jumpTo } = useCommands();
  const text = useTranslations("workbench");
  if (all.length === 0) return null;
  const rest = all.length - SHOWN;
  return (
    <ul aria-label={text("people")} className="flex -space-x-1.5">
      {all.slice(0, SHOWN).map((peer) => (
        <li key={peer.accountId}>
          <Tooltip text={peer.name}>
            <button
              type="button"
              aria-label={text("go_to_person", { name: peer.name })}
              disabled={peer.rowId === null}
              className="peer-badge size-7 text-[11px] ring-2 ring-paper"
              style={{ backgroundColor: peer.color }}
              onClick={() => {
                if (peer.rowId !== null) jumpTo(peer.rowId);
              }}
            >
              {peer.initials}
            </button>
          </Tooltip>
        </li>
      ))}
      {rest > 0 && (
        <li className="self-center pl-3 text-xs text-ink-2">
          {text("more_people", { count: rest })}
        </li>
      )}
    </ul>
  );
}
