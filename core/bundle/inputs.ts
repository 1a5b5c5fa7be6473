import { z } from "zod";
import { MAX_BUNDLE_BYTES } from "./bundle";

/** A bundle's file as read by the browser; what is in it is checked when it is read. */
export const ImportBundleInput = z.strictObject({
  text: z
    .string()
    .min(1, "bundle_unreadable")
    .max(MAX_BUNDLE_BYTES, "too_large"),
});
export type ImportBundleInput = z.infer<typeof ImportBundleInput>;
