"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { CreditRow } from "./credit-row";
import { useCredits, type Credit } from "./use-credits";

type CreditsProps = {
  readonly credits: readonly Credit[];
  readonly errorAt: (at: number) => string | undefined;
  readonly onChange: (credits: readonly Credit[]) => void;
};

/** Who is named for what, in the order in which readers see it. */
export function Credits({ credits, errorAt, onChange }: CreditsProps) {
  const t = useTranslations("editions.publish.details");
  const common = useTranslations("common");
  const box = useRef<HTMLFieldSetElement>(null);
  const { lines, change, move, remove, insert } = useCredits(
    credits,
    onChange,
    box,
  );
  const [said, say] = useState("");
  // Undo comes later than the list it was made with.
  const putBack = useRef(insert);
  useLayoutEffect(() => {
    putBack.current = insert;
  });

  function handleMove(at: number, by: 1 | -1, control: string) {
    const name = credits[at]?.name ?? "";
    if (move(at, by, control))
      say(t("credit_moved", { name, place: at + by + 1, count: lines.length }));
  }

  function handleRemove(at: number) {
    const credit = credits[at];
    if (credit === undefined) return;
    remove(at);
    if (credit.name.trim() === "") return;
    toast(t("credit_removed", { name: credit.name }), {
      action: {
        label: common("undo"),
        onClick: () => putBack.current(at, credit, "remove"),
      },
    });
  }

  return (
    <fieldset ref={box} id="credits" className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium">{t("credits")}</legend>
      <p className="mb-2 text-[13px] text-ink-3">{t("credits_hint")}</p>
      <ol className="flex flex-col gap-2">
        {lines.map(({ key, credit }, at) => (
          <li key={key} data-credit={key}>
            <CreditRow
              credit={credit}
              place={at + 1}
              count={lines.length}
              error={errorAt(at)}
              onChange={(part) => change(at, part)}
              onMove={(by, control) => handleMove(at, by, control)}
              onRemove={() => handleRemove(at)}
            />
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="mt-2"
        data-control="add"
        onClick={() =>
          insert(lines.length, {
            name: "",
            role: lines.at(-1)?.credit.role ?? "translator",
          })
        }
      >
        <Plus aria-hidden className="size-3.5" />
        {t("credit_add")}
      </Button>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}
