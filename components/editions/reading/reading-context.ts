"use client";

import { createContext, use } from "react";
import type { Edition } from "@/core/editions/edition";
import type { ExportLayout } from "@/core/export/options";
import type { ReadingIndex } from "./index-edition";

/** Where notes stand: beside their paragraph, below it once asked for, or all of them as on paper. */
export type NotesMode = "beside" | "below" | "printed";

/** What every part of the text that is read needs to know. The object changes only with what it says. */
export type Reading = {
  readonly index: ReadingIndex;
  readonly layout: ExportLayout;
  /** The tag of the language of the English. */
  readonly english: Edition["language"]["target"];
  readonly mode: NotesMode;
  /** Brings a note that stands in the margin to the eye, or the place in the text that refers to it. */
  readonly goToNote: (noteId: string) => void;
  readonly goToMark: (noteId: string) => void;
  /** Goes to where a paragraph is written; null for who only reads. */
  readonly onEdit: ((number: number) => void) | null;
};

export const ReadingContext = createContext<Reading | null>(null);

/** The edition one is in. */
export function useReadingContext(): Reading {
  const reading = use(ReadingContext);
  if (reading === null) throw new Error("Only inside an edition.");
  return reading;
}
