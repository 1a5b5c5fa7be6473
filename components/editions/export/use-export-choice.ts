"use client";

import { useState } from "react";
import {
  DEFAULT_OPTIONS,
  ExportChoiceSchema,
  type ExportChoice,
} from "@/core/export/options";

const KEY = "duizhao.export";
const FIRST: ExportChoice = { format: "pdf", options: DEFAULT_OPTIONS };

/** The format and options chosen last on this device. */
export function useExportChoice() {
  const [choice, setChoice] = useState<ExportChoice>(readChoice);

  function change(next: ExportChoice) {
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
    const parsed = ExportChoiceSchema.safeParse(stored);
    return parsed.success ? parsed.data : FIRST;
  } catch {
    return FIRST;
  }
}
