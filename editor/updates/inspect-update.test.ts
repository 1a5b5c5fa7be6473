import { writeVarString, writeVarUint } from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/editor/schema";
import { inspectUpdate, MAX_UPDATE_WORK } from "./inspect-update";

/** A text with one paragraph of words, by client 1. */
function begun(words = "Old words"): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  return doc;
}

/** What another client makes of a text, as one update. */
function change(doc: Y.Doc, make: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  copy.clientID = 7;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  copy.transact(() => make(copy));
  return Y.encodeStateAsUpdate(copy, before);
}

const root = (doc: Y.Doc) => doc.getXmlFragment(FRAGMENT);
const words = (doc: Y.Doc) =>
  (root(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** An update by hand: pieces of one client from a clock, each with the bytes behind its info. */
function byHand(
  client: number,
  clock: number,
  pieces: readonly ((encoder: Y.UpdateEncoderV1) => void)[],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  writeVarUint(encoder.restEncoder, 1);
  writeVarUint(encoder.restEncoder, pieces.length);
  encoder.writeClient(client);
  writeVarUint(encoder.restEncoder, clock);
  for (const write of pieces) write(encoder);
  writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}

const rootItem =
  (info: number, name: string, rest: (encoder: Y.UpdateEncoderV1) => void) =>
  (encoder: Y.UpdateEncoderV1) => {
    encoder.writeInfo(info);
    encoder.writeParentInfo(true);
    encoder.writeString(name);
    rest(encoder);
  };

const deepJson = "[".repeat(20_000) + "]".repeat(20_000);

function nested(doc: Y.Doc, levels: number): void {
  let place: Y.XmlFragment = root(doc);
  for (let level = 0; level < levels; level += 1) {
    const list = new Y.XmlElement("bulletList");
    place.insert(place.length, [list]);
    place = list;
  }
}

describe("what no editor writes is refused", () => {
  const doc = begun();
  const hostile: Record<string, () => Uint8Array> = {
    "a deep value that is embedded": () =>
      byHand(7, 0, [
        rootItem(7, FRAGMENT, (encoder) => encoder.writeTypeRef(6)),
        (encoder) => {
          encoder.writeInfo(5);
          encoder.writeParentInfo(false);
          encoder.writeLeftID(Y.createID(7, 0));
          writeVarString(encoder.restEncoder, deepJson);
        },
      ]),
    "a deep value of a format": () =>
      byHand(7, 0, [
        rootItem(7, FRAGMENT, (encoder) => encoder.writeTypeRef(6)),
        (encoder) => {
          encoder.writeInfo(6);
          encoder.writeParentInfo(false);
          encoder.writeLeftID(Y.createID(7, 0));
          encoder.writeKey("bold");
          writeVarString(encoder.restEncoder, deepJson);
        },
      ]),
    "2,000 elements inside each other": () =>
      change(doc, (copy) => nested(copy, 2_000)),
    "lists one level deeper than can be read": () =>
      change(doc, (copy) => nested(copy, 66)),
    "a map": () =>
      change(doc, (copy) =>
        (root(copy) as unknown as Y.Array<unknown>).insert(0, [new Y.Map()]),
      ),
    "an array in an attribute": () =>
      change(doc, (copy) =>
        (root(copy).get(0) as Y.XmlElement).setAttribute("start", [
          [[1]],
        ] as unknown as string),
      ),
    "an attribute no node has": () =>
      change(doc, (copy) =>
        (root(copy).get(0) as Y.XmlElement).setAttribute("onclick", "x"),
      ),
    "a number that is none": () =>
      change(doc, (copy) =>
        (root(copy).get(0) as Y.XmlElement).setAttribute(
          "start",
          Number.NaN as unknown as string,
        ),
      ),
    "a big integer": () =>
      change(doc, (copy) =>
        (root(copy).get(0) as Y.XmlElement).setAttribute(
          "start",
          1n as unknown as string,
        ),
      ),
    "a long attribute": () =>
      change(doc, (copy) =>
        (root(copy).get(0) as Y.XmlElement).setAttribute(
          "start",
          "1".repeat(5_000),
        ),
      ),
    "a text in a text": () =>
      change(doc, (copy) => words(copy).insertEmbed(0, new Y.XmlText("in"))),
    "a document in an attribute": () =>
      change(doc, (copy) =>
        (root(copy).get(0) as Y.XmlElement).setAttribute(
          "start",
          new Y.Doc() as unknown as string,
        ),
      ),
    "another root": () =>
      change(doc, (copy) => copy.getText("ballast").insert(0, "x")),
    "another root of what is known already": () =>
      byHand(1, 0, [
        rootItem(7, "ballast", (encoder) => encoder.writeTypeRef(6)),
      ]),
    "a format that no mark has": () =>
      change(doc, (copy) => words(copy).format(0, 3, { evil: true })),
    "an element that is no node": () =>
      change(doc, (copy) => root(copy).insert(0, [new Y.XmlElement("iframe")])),
    "a piece of no length": () =>
      byHand(7, 0, [
        (encoder) => {
          encoder.writeInfo(0);
          encoder.writeLen(0);
        },
      ]),
    "a clock near 2^53": () =>
      byHand(7, 0, [
        (encoder) => {
          encoder.writeInfo(0);
          encoder.writeLen(2 ** 52);
        },
      ]),
    "a piece that leans on a later one of its own": () =>
      byHand(7, 0, [
        (encoder) => {
          encoder.writeInfo(4 | 128);
          encoder.writeLeftID(Y.createID(7, 5));
          encoder.writeString("x");
        },
      ]),
  };

  for (const [name, make] of Object.entries(hostile))
    test(name, () => expect(inspectUpdate(doc, make())).toBeNull());

  test("nesting that grows by one level with each update", () => {
    const text = begun();
    let refused = -1;
    for (let level = 0; level < 100 && refused < 0; level += 1) {
      const update = change(text, (copy) => {
        let place: Y.XmlFragment = root(copy);
        while (place.length > 0 && place.get(0) instanceof Y.XmlElement)
          place = place.get(0) as Y.XmlElement;
        place.insert(0, [new Y.XmlElement("bulletList")]);
      });
      if (inspectUpdate(text, update) === null) refused = level;
      else Y.applyUpdate(text, update);
    }
    expect(refused).toBeGreaterThan(40);
    expect(refused).toBeLessThan(70);
  });
});

describe("what costs more than its bytes say is refused", () => {
  test("deleting every second unit of a long text", () => {
    const doc = begun("x".repeat(200_000));
    const update = change(doc, () => undefined);
    expect(inspectUpdate(doc, update)).not.toBeNull();
    const encoder = new Y.UpdateEncoderV1();
    for (const number of [0, 1, 1, 90_000])
      writeVarUint(encoder.restEncoder, number);
    for (let at = 0; at < 90_000; at += 1) {
      encoder.writeDsClock(2 + 2 * at);
      encoder.writeDsLen(1);
    }
    expect(inspectUpdate(doc, encoder.toUint8Array())).toBeNull();
  });

  test("a crowd of pieces in one place", () => {
    const doc = begun("abcdef");
    const anchors = [2, 3, 4, 5];
    const update = byHand(
      7,
      0,
      Array.from({ length: 20_000 }, (_, index) => (encoder) => {
        encoder.writeInfo(4 | 128 | 64);
        encoder.writeLeftID(Y.createID(1, 2));
        encoder.writeRightID(Y.createID(1, anchors[index % 4] ?? 2));
        encoder.writeString("x");
      }),
    );
    expect(inspectUpdate(doc, update)).toBeNull();
  });
});

describe("what editors write is taken", () => {
  test("typing in a long text costs little", () => {
    const doc = begun("word ".repeat(20_000));
    const update = change(doc, (copy) => words(copy).insert(50_000, "a"));
    const found = inspectUpdate(doc, update);
    expect([...(found?.writers ?? [])]).toEqual([7]);
    expect(found?.work).toBeLessThan(MAX_UPDATE_WORK / 10_000);
  });

  test("deleting everything, and a whole text at once", () => {
    const doc = begun("word ".repeat(20_000));
    const all = change(doc, (copy) => root(copy).delete(0, 1));
    expect(inspectUpdate(doc, all)).not.toBeNull();
    const whole = Y.encodeStateAsUpdate(doc);
    expect(inspectUpdate(new Y.Doc(), whole)).not.toBeNull();
  });

  test("what the text holds already brings no writer", () => {
    const doc = begun();
    const found = inspectUpdate(doc, Y.encodeStateAsUpdate(doc));
    expect([...(found?.writers ?? [1])]).toEqual([]);
  });
});
