import { useTranslations } from "next-intl";
import { CHECKS, type Check } from "@/core/editions/finding";

type BlockingChecksProps = { readonly blocking: readonly Check[] };

/** Which findings keep a document from being published. */
export function BlockingChecks({ blocking }: BlockingChecksProps) {
  const t = useTranslations("projects.style");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium">{t("blocking")}</legend>
      <p className="mb-2 text-[13px] text-ink-2">{t("blocking_hint")}</p>
      <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {CHECKS.map((check) => (
          <label key={check} className="flex items-baseline gap-2">
            <input
              type="checkbox"
              name="blocking"
              value={check}
              defaultChecked={blocking.includes(check)}
              className="size-4 shrink-0 translate-y-0.5 accent-vermilion"
            />
            <span>{t(`checks.${check}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Reads which checks were ticked, in the order of the checks. */
export function readBlocking(values: FormData): Check[] {
  const ticked = new Set(values.getAll("blocking"));
  return CHECKS.filter((check) => ticked.has(check));
}
