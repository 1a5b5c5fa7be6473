import type { ExportChoice, ExportedFile } from "@/core/export/options";
import type { EditionPack } from "@/server/export/edition-pack";
import type { ExportPreview } from "@/server/export/queue";

/** What the child is asked to make. */
export type Task =
  | {
      readonly kind: "file";
      readonly edition: EditionPack;
      readonly choice: ExportChoice;
    }
  | {
      readonly kind: "preview";
      readonly edition: EditionPack;
      readonly choice: ExportChoice;
    }
  | { readonly kind: "card"; readonly edition: EditionPack };

/** What it makes of each. */
export type Results = {
  readonly file: ExportedFile;
  readonly preview: ExportPreview;
  readonly card: Uint8Array;
};
export type Result = Results[Task["kind"]];

/** What the child answers; one task at a time, so that no answer needs to say to which it belongs. */
export type Answer =
  | { readonly kind: "progress"; readonly progress: number }
  | { readonly kind: "result"; readonly result: Result }
  /** `error` is a key below `errors` in the interface texts. */
  | { readonly kind: "failure"; readonly error: string };

/** Why something was not made: the message is a key below `errors` in the interface texts. */
export class ExportFailure extends Error {
  override readonly name = "ExportFailure";
}
