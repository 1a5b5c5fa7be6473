"use client";

import { useState } from "react";
import { ExportChoice } from "@/core/editions/edition";

const KEY = "duizhao.export";
const FIRST: ExportChoice = { format: "docx", layout: "english" };

/** The format and layout chosen last on this device. */
export function useExportChoice() {
  const [choice, setChoice] = useState<ExportChoice>(readChoice);

  function change(part: Partial<ExportChoice>) {
    const next = { ...choice, ...part };
    setChoice(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // No storage in this window: the choice holds until it is closed.
    }
  }

  return [choice, change] as const;
}

function readChoice(): ExportChoice {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const parsed = ExportChoice.safeParse(stored);
    return parsed.success ? parsed.data : FIRST;
  } catch {
    return FIRST;
  }
}
