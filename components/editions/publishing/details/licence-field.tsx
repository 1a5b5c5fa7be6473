"use client";

import { useTranslations } from "next-intl";
import { NamedAddressField } from "@/components/ui/named-address";
import { KNOWN_LICENCES } from "@/core/editions/licences";
import type { Licence } from "@/core/editions/publication";

type LicenceFieldProps = {
  /** Null: as the project has it. */
  readonly value: Licence | null;
  readonly errorAt: (part: "name" | "address") => string | undefined;
  readonly onChange: (licence: Licence | null) => void;
};

/** Under which terms editions may be used: as the project says, a common licence, or any other. */
export function LicenceField(props: LicenceFieldProps) {
  const t = useTranslations("editions.publish.details");
  return (
    <div id="licence">
      <NamedAddressField
        {...props}
        known={KNOWN_LICENCES.map((licence) => ({
          ...licence,
          label:
            licence.address === "" ? t("all_rights_reserved") : licence.name,
        }))}
        words={{
          label: t("licence"),
          hint: t("licence_hint"),
          none: t("licence_of_project"),
          other: t("licence_other"),
          name: t("licence_name"),
          address: t("licence_address"),
        }}
      />
    </div>
  );
}
