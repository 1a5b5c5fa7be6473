"use client";

import { useTranslations } from "next-intl";
import { NamedAddressField } from "@/components/ui/named-address";
import { KNOWN_LICENCES } from "@/core/editions/licences";
import type { Licence } from "@/core/editions/publication";

type LicenceChoiceProps = {
  readonly value: Licence | null;
  readonly onChange: (licence: Licence | null) => void;
  readonly errorAt: (part: "name" | "address") => string | undefined;
};

/** The licence of editions that say nothing else. */
export function LicenceChoice(props: LicenceChoiceProps) {
  const t = useTranslations("projects.style");
  return (
    <NamedAddressField
      {...props}
      known={KNOWN_LICENCES.map((licence) => ({
        ...licence,
        label: licence.address === "" ? t("all_rights_reserved") : licence.name,
      }))}
      words={{
        label: t("licence"),
        hint: t("licence_hint"),
        none: t("licence_none"),
        other: t("licence_other"),
        name: t("licence_name"),
        address: t("licence_address"),
      }}
    />
  );
}
