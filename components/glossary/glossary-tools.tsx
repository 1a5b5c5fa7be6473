"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Select, TextField } from "@/components/ui/field";
import { useSlashKey } from "@/components/ui/use-slash-key";
import {
  TERM_FILTERS,
  TERM_ORDERS,
  type TermFilter,
  type TermOrder,
} from "@/core/glossary/search";

type GlossaryToolsProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly filter: TermFilter;
  readonly onFilter: (filter: TermFilter) => void;
  readonly order: TermOrder;
  readonly onOrder: (order: TermOrder) => void;
  /** Terms shown. */
  readonly count: number;
};

/** Search, filter and order above the terms; "/" goes to the search from anywhere on the page. */
export function GlossaryTools({
  query,
  onQuery,
  filter,
  onFilter,
  order,
  onOrder,
  count,
}: GlossaryToolsProps) {
  const t = useTranslations("glossary");
  const search = useRef<HTMLInputElement>(null);
  useSlashKey(search);
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      <div className="min-w-full flex-1 sm:min-w-64">
        <TextField
          ref={search}
          type="search"
          label={t("search")}
          labelHidden
          placeholder={t("search_placeholder")}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onQuery(event.target.value)}
        />
      </div>
      <div className="flex-1 sm:flex-none">
        <Select
          label={t("filter")}
          labelHidden
          value={filter}
          onChange={(event) =>
            onFilter(
              TERM_FILTERS.find((known) => known === event.target.value) ??
                "all",
            )
          }
        >
          {TERM_FILTERS.map((known) => (
            <option key={known} value={known}>
              {t(`filter_${known}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex-1 sm:flex-none">
        <Select
          label={t("sort")}
          labelHidden
          value={order}
          onChange={(event) =>
            onOrder(
              TERM_ORDERS.find((known) => known === event.target.value) ??
                "newest",
            )
          }
        >
          {TERM_ORDERS.map((known) => (
            <option key={known} value={known}>
              {t(`sort_${known}`)}
            </option>
          ))}
        </Select>
      </div>
      <p
        role="status"
        className="w-full text-[13px] text-ink-3 tabular-nums sm:w-auto sm:pb-2"
      >
        {t("shown", { count })}
      </p>
    </div>
  );
}
