"use client";

import { useState } from "react";
import { Select, TextField } from "./field";

/** Something with a name and, where there is one, a web address; else "". */
export type NamedAddress = { readonly name: string; readonly address: string };

type NamedAddressFieldProps = {
  readonly value: NamedAddress | null;
  /** What is offered by name. */
  readonly known: readonly (NamedAddress & { readonly label: string })[];
  readonly words: {
    readonly label: string;
    readonly hint: string;
    /** Choosing nothing, and anything that is not offered. */
    readonly none: string;
    readonly other: string;
    readonly name: string;
    readonly address: string;
  };
  readonly errorAt: (part: "name" | "address") => string | undefined;
  readonly onChange: (value: NamedAddress | null) => void;
};

const NONE = "none";
const OTHER = "other";

/** A choice among known names with addresses, or of any other, which is typed. */
export function NamedAddressField(props: NamedAddressFieldProps) {
  const { value, known, words, errorAt, onChange } = props;
  const found = known.find(
    ({ name, address }) => name === value?.name && address === value.address,
  );
  const [isOther, setOther] = useState(value !== null && found === undefined);

  function choose(chosen: string) {
    setOther(chosen === OTHER);
    if (chosen === OTHER) return onChange({ name: "", address: "" });
    const taken = known.find(({ name }) => name === chosen);
    onChange(
      taken === undefined ? null : { name: taken.name, address: taken.address },
    );
  }

  const isTyped = value !== null && (isOther || found === undefined);
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={words.label}
        hint={words.hint}
        value={isTyped ? OTHER : (found?.name ?? NONE)}
        className="max-w-xs"
        onChange={(event) => choose(event.target.value)}
      >
        <option value={NONE}>{words.none}</option>
        {known.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
        <option value={OTHER}>{words.other}</option>
      </Select>
      {isTyped && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={words.name}
            value={value.name}
            maxLength={200}
            autoComplete="off"
            error={errorAt("name")}
            onChange={(event) =>
              onChange({ ...value, name: event.target.value })
            }
          />
          <TextField
            label={words.address}
            value={value.address}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            error={errorAt("address")}
            onChange={(event) =>
              onChange({ ...value, address: event.target.value })
            }
          />
        </div>
      )}
    </div>
  );
}
