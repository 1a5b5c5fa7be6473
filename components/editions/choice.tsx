import type { ReactNode } from "react";

type ChoiceProps<V extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly value: V;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly hint: string;
    readonly picture?: ReactNode;
  }[];
  readonly onChange: (value: V) => void;
  readonly disabled: boolean;
};

/** A choice of one from a few, each with a word on what it is for and perhaps a picture. */
export function Choice<V extends string>({
  legend,
  name,
  value,
  options,
  onChange,
  disabled,
}: ChoiceProps<V>) {
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1 text-[13px] font-medium">{legend}</legend>
      <div className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex cursor-pointer items-center gap-3 rounded-md border border-line-strong px-3 py-2 has-checked:border-vermilion has-checked:bg-vermilion-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-vermilion has-disabled:cursor-default has-disabled:opacity-60"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="accent-vermilion outline-none"
            />
            {option.picture}
            <span className="min-w-0">
              <span className="block font-medium">{option.label}</span>
              <span className="block text-[13px] text-ink-2">
                {option.hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
