"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** So many places fit beside the text; the rest is shown on request. */
const FEW = 6;
const MOST = 500;

/** A place in the source, or, without an index, the whole of it. */
export type ListedPlace = {
  readonly index: number | null;
  readonly text: ReactNode;
};

type PlaceListProps = {
  readonly heading: ReactNode;
  /** Amber for what is to be checked, plain for what is only said. */
  readonly tone: "amber" | "plain";
  readonly places: readonly ListedPlace[];
  /** How many are shown before all are asked for. */
  readonly few?: number;
  readonly onShow: (index: number) => void;
};

const BOX = {
  amber: "border-amber bg-amber-wash",
  plain: "border-line bg-paper-raised",
} as const;
const INK = { amber: "text-amber", plain: "text-ink-2" } as const;

/** Places of the source under one line that says what they are; each leads there. */
export function PlaceList(props: PlaceListProps) {
  const { heading, tone, places, few = FEW, onShow } = props;
  const t = useTranslations("import");
  const id = useId();
  const [showsAll, setShowsAll] = useState(false);
  const shown = places.slice(0, showsAll ? MOST : few);
  return (
    <section
      aria-labelledby={id}
      className={`rounded-lg border p-3 ${BOX[tone]} ${INK[tone]}`}
    >
      <h2
        id={id}
        className={`flex items-start gap-2 font-semibold ${shown.length > 0 ? "mb-1" : ""}`}
      >
        {heading}
      </h2>
      {shown.length > 0 && (
        <ul className={showsAll ? "max-h-72 overflow-y-auto" : ""}>
          {shown.map((place, at) => (
            <li key={at}>
              {place.index === null ? (
                <p className="px-1 py-1">{place.text}</p>
              ) : (
                <PlaceButton
                  index={place.index}
                  text={place.text}
                  onShow={onShow}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {places.length > few && (
        <Button
          variant="quiet"
          size="small"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t("fewer") : t("all_doubts", { count: places.length })}
        </Button>
      )}
    </section>
  );
}

function PlaceButton({
  index,
  text,
  onShow,
}: {
  index: number;
  text: ReactNode;
  onShow: (index: number) => void;
}) {
  return (
    <button
      type="button"
      onClick={() => onShow(index)}
      className="flex w-full gap-2 rounded px-1 py-1 text-left hover:bg-paper-sunk"
    >
      <span className="min-w-8 shrink-0 text-right tabular-nums">
        {index + 1}
      </span>
      <span className="min-w-0 underline decoration-dotted underline-offset-2">
        {text}
      </span>
    </button>
  );
}
