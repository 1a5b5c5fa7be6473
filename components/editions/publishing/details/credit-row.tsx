"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { isComposing } from "@/components/ui/is-composing";
import { CREDIT_ROLES } from "@/core/editions/publication";
import type { Credit } from "./use-credits";

type CreditRowProps = {
  readonly credit: Credit;
  /** 1-based. */
  readonly place: number;
  readonly count: number;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<Credit>) => void;
  /** Moves it, and the focus with it to one of its controls. */
  readonly onMove: (by: 1 | -1, control: string) => void;
  readonly onRemove: () => void;
};

/** One credit: what for, who; moved by its arrows or, from anywhere in it, with Alt and the arrow keys. */
export function CreditRow({
  credit,
  place,
  count,
  error,
  onChange,
  onMove,
  onRemove,
}: CreditRowProps) {
  const t = useTranslations("editions.publish.details");
  const name =
    credit.name.trim() === "" ? t("credit_place", { place }) : credit.name;

  function handleKeyDown(event: KeyboardEvent) {
    if (!event.altKey || isComposing(event)) return;
    if (event.code !== "ArrowUp" && event.code !== "ArrowDown") return;
    const { target } = event;
    // On a Mac and in Windows the same keys open a list of choices.
    if (target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const control =
      target instanceof HTMLElement ? (target.dataset["control"] ?? "") : "";
    onMove(event.code === "ArrowUp" ? -1 : 1, control);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Keys of the controls in it.
    <div
      role="group"
      aria-label={name}
      className="flex flex-wrap items-start gap-2 sm:flex-nowrap"
      onKeyDown={handleKeyDown}
    >
      <div className="w-36 shrink-0">
        <Select
          label={t("credit_role_of", { name })}
          labelHidden
          value={credit.role}
          data-control="role"
          onChange={(event) => {
            const role = CREDIT_ROLES.find(
              (known) => known === event.target.value,
            );
            if (role !== undefined) onChange({ role });
          }}
        >
          {CREDIT_ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="min-w-40 flex-1">
        <TextField
          label={t("credit_name", { place })}
          labelHidden
          value={credit.name}
          placeholder={t("credit_placeholder")}
          maxLength={200}
          autoComplete="off"
          error={error}
          data-control="name"
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <div className="flex pt-0.5">
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("credit_up", { name })}
          title={t("credit_up", { name })}
          aria-disabled={place === 1 || undefined}
          className="aria-disabled:opacity-40"
          data-control="up"
          onClick={() => onMove(-1, "up")}
        >
          <ArrowUp aria-hidden className="size-4" />
        </Button>
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("credit_down", { name })}
          title={t("credit_down", { name })}
          aria-disabled={place === count || undefined}
          className="aria-disabled:opacity-40"
          data-control="down"
          onClick={() => onMove(1, "down")}
        >
          <ArrowDown aria-hidden className="size-4" />
        </Button>
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("credit_remove", { name })}
          title={t("credit_remove", { name })}
          data-control="remove"
          onClick={onRemove}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
    </div>
  );
}
