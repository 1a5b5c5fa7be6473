import { expect } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { findMissing, noteWords } from "@/core/export/fixtures/words";
import { lettersOf, type ReadNote } from "./pandoc";

/** Expects notes to stand behind the words given, and to begin with others. */
export function expectNotesAt(
  notes: readonly ReadNote[],
  places: readonly (readonly [string, string])[],
) {
  expect(notes.length).toBe(places.length);
  for (const [index, [before, opening]] of places.entries()) {
    const { [index]: read } = notes;
    expect(lettersOf(read?.before ?? "")).toMatch(
      new RegExp(`${lettersOf(before)}$`, "u"),
    );
    expect(lettersOf(read?.text ?? "")).toMatch(
      new RegExp(`^${lettersOf(opening)}`, "u"),
    );
  }
}

/** Expects the notes of an edition, all of them and in order, with all of their words. */
export function expectNoteWords(notes: readonly ReadNote[], edition: Edition) {
  expect(notes.length).toBe(edition.notes.length);
  for (const [index, note] of edition.notes.entries())
    expect(
      findMissing(
        lettersOf(notes[index]?.text ?? ""),
        noteWords(note).map(lettersOf),
      ),
    ).toBeNull();
}
