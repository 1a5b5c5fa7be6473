"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";
import { isComposing as isComposingKey } from "@/components/ui/is-composing";

/** What was typed before the text was there. */
export type WaitingText = {
  /** Hands over what was typed, once. */
  readonly take: () => string;
  readonly isComposing: () => boolean;
  /** True when Escape was pressed: whoever typed wants to leave once their words are in the text. */
  readonly isLeaving: () => boolean;
  /** Calls back when a composed word is there. */
  readonly onComposed: (listener: () => void) => void;
};

type Props = {
  readonly label: string;
  readonly language: string;
  readonly waiting: RefObject<WaitingText | null>;
};

/** Takes the first keys of someone who types before the live text has come; they are put in as soon as it has. */
export function WaitingField({ label, language, waiting }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    let isComposing = false;
    let isLeaving = false;
    let listener = () => undefined as void;
    const element = field.current;
    const handleStart = () => {
      isComposing = true;
    };
    const handleEnd = () => {
      isComposing = false;
      listener();
    };
    // Left before the text has come, the words would go with the field.
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.code !== "Escape" || isComposingKey(event)) return;
      event.preventDefault();
      isLeaving = true;
    };
    element?.addEventListener("keydown", handleKeyDown);
    element?.addEventListener("compositionstart", handleStart);
    element?.addEventListener("compositionend", handleEnd);
    element?.focus({ preventScroll: true });
    waiting.current = {
      take: () => {
        const text = element?.value ?? "";
        if (element !== null) element.value = "";
        return text;
      },
      isComposing: () => isComposing,
      isLeaving: () => isLeaving,
      onComposed(next) {
        listener = next;
      },
    };
    return () => {
      element?.removeEventListener("keydown", handleKeyDown);
      element?.removeEventListener("compositionstart", handleStart);
      element?.removeEventListener("compositionend", handleEnd);
      waiting.current = null;
    };
  }, [waiting]);
  return (
    <textarea
      ref={field}
      className="live-waiting"
      aria-label={label}
      lang={language}
      rows={1}
    />
  );
}
