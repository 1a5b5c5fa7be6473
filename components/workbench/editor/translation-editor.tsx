"use client";

import { useLayoutEffect } from "react";
import { useLive } from "@/components/workbench/live/live-provider";
import { LiveTextEditor, type LiveTextEditorProps } from "./live-text-editor";

type TranslationEditorProps = LiveTextEditorProps & {
  readonly rowId: string;
};

/** The English of a row being written; the others see that one is in it. */
export function TranslationEditor({ rowId, ...text }: TranslationEditorProps) {
  const { setPlace } = useLive();
  useLayoutEffect(() => {
    setPlace(rowId);
    return () => setPlace(null);
  }, [setPlace, rowId]);
  return <LiveTextEditor {...text} />;
}
