"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";

/** Says that paragraphs near the view could not be fetched, and fetches them again. */
export function LoadFailure() {
  const { loader } = useWorkbench();
  const failed = useStored(loader.state, (state) => state.failed);
  const text = useTranslations("workbench");
  if (!failed) return null;
  return (
    <div className="sticky bottom-4 mx-auto w-fit max-w-[90%]">
      <Notice
        tone="attention"
        action={
          <Button size="small" onClick={loader.retry}>
            {text("load_again")}
          </Button>
        }
      >
        {text("load_failed")}
      </Notice>
    </div>
  );
}
