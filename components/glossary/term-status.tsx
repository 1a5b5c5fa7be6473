import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { TermStatus } from "@/core/glossary/term";

/** A term's status as a shape and a word; colour never speaks alone. */
export function TermStatusMark({ status }: { readonly status: TermStatus }) {
  const t = useTranslations("glossary");
  const isApproved = status === "approved";
  const Glyph = isApproved ? CircleCheck : CircleDashed;
  return (
    <span
      className={`inline-flex items-center gap-1 text-[13px] ${isApproved ? "text-green" : "text-indigo"}`}
    >
      <Glyph aria-hidden className="size-3.5 shrink-0" />
      {t(status)}
    </span>
  );
}
