import { describe, expect, it } from "vitest";
import { findShortcut, keyCaps } from "./shortcuts";

const press = (given: Partial<KeyboardEvent> & { code: string }) => ({
  key: "",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...given,
});

describe("findShortcut", () => {
  it("goes by the key's place, so that Alt works where it types another character", () => {
    expect(
      findShortcut(press({ code: "KeyG", key: "©", altKey: true }), true)?.name,
    ).toBe("addTerm");
  });

  it("takes Ctrl here and Cmd on a Mac, and not the other way round", () => {
    const ctrlEnter = press({ code: "Enter", ctrlKey: true });
    const cmdEnter = press({ code: "Enter", metaKey: true });
    expect(findShortcut(ctrlEnter, false)?.name).toBe("confirmNext");
    expect(findShortcut(cmdEnter, true)?.name).toBe("confirmNext");
    expect(findShortcut(cmdEnter, false)).toBeNull();
    expect(findShortcut(ctrlEnter, true)).toBeNull();
  });

  it("tells shortcuts apart by every modifier", () => {
    const up = { code: "ArrowUp", altKey: true };
    expect(findShortcut(press(up), false)?.name).toBe("previous");
    expect(findShortcut(press({ ...up, shiftKey: true }), false)?.name).toBe(
      "previousUnfinished",
    );
    expect(findShortcut(press({ ...up, ctrlKey: true }), false)).toBeNull();
  });

  it("says which of the nine term keys was pressed", () => {
    expect(
      findShortcut(press({ code: "Digit7", altKey: true }), false),
    ).toEqual({ name: "insertTerm", place: 6 });
  });

  it("finds the question mark wherever the keyboard has it", () => {
    const german = press({ code: "Minus", key: "?", shiftKey: true });
    expect(findShortcut(german, false)?.name).toBe("shortcuts");
  });

  it("leaves ordinary typing alone", () => {
    expect(findShortcut(press({ code: "KeyG", key: "g" }), false)).toBeNull();
    expect(
      findShortcut(press({ code: "Enter", key: "Enter" }), false),
    ).toBeNull();
  });
});

describe("keyCaps", () => {
  it("prints what is on the keys of either keyboard", () => {
    expect(keyCaps("confirmStay", false)).toEqual(["Ctrl", "Shift", "Enter"]);
    expect(keyCaps("confirmStay", true)).toEqual(["⌘", "⇧", "Enter"]);
    expect(keyCaps("insertTerm", false)).toEqual(["Alt", "1–9"]);
    expect(keyCaps("previous", false)).toEqual(["Alt", "↑"]);
  });
});
