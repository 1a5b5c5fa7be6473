"use client";

import { memo, useCallback } from "react";
import { ReadingHead } from "@/components/editions/reading/reading-head";
import { ReadingParagraph } from "@/components/editions/reading/reading-paragraph";
import type { Edition, EditionParagraph } from "@/core/editions/edition";

type ReadingPartProps = {
  readonly index: number;
  readonly edition: Edition;
  /** Null for the head. */
  readonly paragraph: EditionParagraph | null;
  readonly register: (index: number, element: HTMLElement) => () => void;
};

/** A part of the text that is read, measured by the list it stands in. */
export const ReadingPart = memo(function ReadingPart({
  index,
  edition,
  paragraph,
  register,
}: ReadingPartProps) {
  const ref = useCallback(
    (element: HTMLElement | null) =>
      element === null ? undefined : register(index, element),
    [register, index],
  );
  return (
    <div
      ref={ref}
      data-index={index}
      data-kind={paragraph?.kind ?? "head"}
      data-level={paragraph?.level ?? undefined}
      className="reading-part"
    >
      {paragraph === null ? (
        <ReadingHead edition={edition} />
      ) : (
        <ReadingParagraph part={index} paragraph={paragraph} />
      )}
    </div>
  );
});
