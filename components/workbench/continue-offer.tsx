"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useSummaries } from "./rows/use-row";
import { useCommands } from "./state/commands";
import { useStored } from "./state/value-store";
import { useMemory } from "./use-memory";
import { useWorkbench } from "./workbench-context";

/** Offers to go on where one stopped the last time; gone as soon as one begins elsewhere. */
export function ContinueOffer() {
  const { view, desk, rows } = useWorkbench();
  const leftAt = useMemory(view.id, desk);
  const { focusRow } = useCommands();
  const text = useTranslations("workbench");
  const isBegun = useStored(desk, (state) => state.focusedId !== null);
  const [isDismissed, setDismissed] = useState(false);
  // The row may be beyond the first window: it is known once all summaries are here.
  const summary =
    useSummaries().find((candidate) => candidate.id === leftAt) ?? null;
  const isOffered =
    summary !== null &&
    rows.indexOf(summary.id) > 0 &&
    !isBegun &&
    !isDismissed;

  useEffect(() => {
    if (!isOffered) return;
    const scroller = document.querySelector(".row-scroller");
    const handleWheel = () => setDismissed(true);
    scroller?.addEventListener("wheel", handleWheel, {
      once: true,
      passive: true,
    });
    return () => scroller?.removeEventListener("wheel", handleWheel);
  }, [isOffered]);

  if (!isOffered) return null;
  return (
    <div className="continue-offer">
      <Button
        className="rounded-full shadow-lg"
        onClick={() => focusRow(summary.id, { kind: "end" })}
      >
        <ArrowDown aria-hidden className="size-4" />
        {text("continue_at", { number: summary.number })}
      </Button>
    </div>
  );
}
