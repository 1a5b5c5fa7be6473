"use client";

import { useLayoutEffect } from "react";
import { useLive } from "@/components/workbench/live/live-provider";
import { TextEditor, type TextEditorProps } from "./text-editor";

type TranslationEditorProps = TextEditorProps & {
  readonly rowId: string;
};

/** The English of a row being written; the others see that one is in it. */
export function TranslationEditor({ rowId, ...text }: TranslationEditorProps) {
  const { setPlace } = useLive();
  useLayoutEffect(() => {
    setPlace(rowId);
    return () => setPlace(null);
  }, [setPlace, rowId]);
  return <TextEditor {...text} />;
}
