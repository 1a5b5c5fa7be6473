import { writeVarUint } from "lib0/encoding";
import * as Y from "yjs";
import { readUpdate, type ReadUpdate } from "./read-update";

/** An update without what some clients wrote. What leaned on it waits for it, as always in Yjs. */
export function leaveOut(
  bytes: Uint8Array,
  isLeftOut: (client: number) => boolean,
): Uint8Array {
  const update = readUpdate(bytes);
  const structs = [...(update?.structs ?? [])].filter(
    ([client]) => !isLeftOut(client),
  );
  const encoder = new Y.UpdateEncoderV1();
  writeVarUint(encoder.restEncoder, structs.length);
  for (const [client, pieces] of structs) {
    writeVarUint(encoder.restEncoder, pieces.length);
    encoder.writeClient(client);
    writeVarUint(encoder.restEncoder, pieces[0]?.id.clock ?? 0);
    for (const piece of pieces) piece.write(encoder, 0);
  }
  writeDeletes(encoder, update?.deletes ?? new Map());
  return encoder.toUint8Array();
}

function writeDeletes(
  encoder: Y.UpdateEncoderV1,
  deletes: ReadUpdate["deletes"],
): void {
  writeVarUint(encoder.restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    writeVarUint(encoder.restEncoder, client);
    writeVarUint(encoder.restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
}
