"use client";

import { useTranslations } from "next-intl";
import { StatusGlyph } from "@/components/documents/status-glyph";
import { NO_PEERS } from "@/components/workbench/state/peers";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { RowSummary } from "@/core/documents/views";

/** What stands beside a paragraph: its number, its status, who is in it. */
export function RowGutter({ row }: { readonly row: RowSummary }) {
  const status = useTranslations("documents.status");
  return (
    <div className="row-gutter">
      <span className="text-xs text-ink-3 tabular-nums">{row.number}</span>
      <StatusGlyph status={row.status} label={status(row.status)} />
      <PeersHere rowId={row.id} />
    </div>
  );
}

function PeersHere({ rowId }: { readonly rowId: string }) {
  const { peers } = useWorkbench();
  const here = useStored(peers, (all) => all.byRow.get(rowId) ?? NO_PEERS);
  const text = useTranslations("workbench");
  return here.slice(0, 3).map((peer) => (
    <span
      key={peer.accountId}
      role="img"
      aria-label={text("peer_here", { name: peer.name })}
      title={peer.name}
      className="peer-badge size-5 text-[10px]"
      style={{ backgroundColor: peer.color }}
    >
      {peer.initials}
    </span>
  ));
}
