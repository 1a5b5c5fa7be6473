import { useTranslations } from "next-intl";
import { EXPORT_LAYOUTS, type ExportLayout } from "@/core/export/options";
import { LayoutSketch } from "./layout-sketch";

type LayoutChoiceProps = {
  readonly value: ExportLayout;
  readonly disabled: boolean;
  readonly onChange: (layout: ExportLayout) => void;
};

/** The choice of a layout by its picture. */
export function LayoutChoice({ value, disabled, onChange }: LayoutChoiceProps) {
  const t = useTranslations("editions.export");
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1.5 text-[13px] font-medium">{t("layout")}</legend>
      <div className="grid grid-cols-2 gap-2">
        {EXPORT_LAYOUTS.map((layout) => (
          <label
            key={layout}
            className="relative flex cursor-pointer flex-col items-start gap-x-3 gap-y-1.5 rounded-md border border-line-strong px-2.5 py-2 text-[13px] leading-snug has-checked:border-vermilion has-checked:bg-vermilion-wash has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-vermilion has-disabled:cursor-default has-disabled:opacity-60 sm:flex-row sm:items-center"
          >
            <input
              type="radio"
              name="layout"
              value={layout}
              checked={layout === value}
              onChange={() => onChange(layout)}
              className="absolute inset-0 cursor-[inherit] appearance-none outline-none"
            />
            <LayoutSketch layout={layout} />
            {t(`layouts.${layout}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
