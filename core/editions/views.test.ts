import { describe, expect, it } from "vitest";
import { newId } from "@/server/ids";
import { PublishInput, ShareDraftInput, WithdrawInput } from "./views";

const says = (input: {
  success: boolean;
  error?: { issues: { message: string }[] };
}) => (input.success ? null : input.error?.issues[0]?.message);

describe("what is said of an edition", () => {
  const editionId = newId();

  it("has lines, and no white space around them", () => {
    const given = { editionId, reason: " One.\r\nTwo.\tThree. \n" };
    expect(WithdrawInput.parse(given).reason).toBe("One.\nTwo.\tThree.");
  });

  it.each(["\u0000", "a\u0007b", "\ud800", "\u202Egnorw"])(
    "holds nothing that cannot be kept or shown: %j",
    (words) => {
      const documentId = newId();
      expect(says(WithdrawInput.safeParse({ editionId, reason: words }))).toBe(
        "text_unprintable",
      );
      expect(
        says(PublishInput.safeParse({ documentId, number: 2, changes: words })),
      ).toBe("text_unprintable");
      expect(
        says(ShareDraftInput.safeParse({ documentId, label: words, days: 7 })),
      ).toBe("text_unprintable");
    },
  );

  it("is there where it is needed, and not too long", () => {
    expect(says(WithdrawInput.safeParse({ editionId, reason: " \n" }))).toBe(
      "required",
    );
    expect(
      says(WithdrawInput.safeParse({ editionId, reason: "x".repeat(1001) })),
    ).toBe("too_long");
    expect(
      says(
        ShareDraftInput.safeParse({ documentId: newId(), label: "", days: 8 }),
      ),
    ).not.toBeNull();
  });
});
