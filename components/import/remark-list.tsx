"use client";

import { CircleAlert, Info } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { countRemarks, type RemarkCount } from "@/core/source/count-remarks";
import type { PlacedRemark } from "@/core/source/remark";
import { PlaceList } from "./place-list";

/** The line that counts them says most of it; a few places are enough before all are asked for. */
const FEW = 3;
const MAX_DETAIL = 60;

type RemarkListProps = {
  readonly remarks: readonly PlacedRemark[];
  readonly onShow: (index: number) => void;
};

/** Says in one line what was left out of the text and what is to be checked; each place leads there. */
export function RemarkList({ remarks, onShow }: RemarkListProps) {
  const t = useTranslations("import");
  const format = useFormatter();
  if (remarks.length === 0) return null;
  const { left, check } = countRemarks(remarks);
  const list = (counts: readonly RemarkCount[]) =>
    format.list(
      counts.map(({ kind, count }) => t(`remarks_${kind}`, { count })),
    );
  const hasChecks = check.length > 0;
  const Icon = hasChecks ? CircleAlert : Info;
  return (
    <PlaceList
      tone={hasChecks ? "amber" : "plain"}
      few={FEW}
      heading={
        <>
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {left.length > 0 && t("remarks_left", { list: list(left) })}{" "}
            {hasChecks && t("remarks_check", { list: list(check) })}
          </span>
        </>
      }
      places={remarks.map((remark) => ({
        index: remark.index,
        text: <RemarkText remark={remark} />,
      }))}
      onShow={onShow}
    />
  );
}

function RemarkText({ remark }: { readonly remark: PlacedRemark }) {
  const t = useTranslations("import");
  const { kind, detail } = remark;
  if (detail === null) return t(`remark_${kind}`).replace(/[:：]$/, "");
  const isCut = detail.length > MAX_DETAIL;
  return (
    <>
      {t(`remark_${kind}`)}{" "}
      <span lang="zh" className="font-zh break-words">
        {isCut ? `${detail.slice(0, MAX_DETAIL)}…` : detail}
      </span>
    </>
  );
}
