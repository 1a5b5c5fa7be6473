import type { Edition } from "@/core/editions/edition";
import type { EditionInput } from "@/core/editions/edition-input";
import { NEEDED } from "@/core/editions/finding";

type Needed = (typeof NEEDED)[number];

/** Lists what an edition cannot be cited without and does not have. A copy that is kept is an address, too. */
export function listMissing(
  { details }: Pick<EditionInput, "details">,
  { title, credits, licence, source }: Edition,
): readonly Needed[] {
  const isThere: Readonly<Record<Needed, boolean>> = {
    slug: details.slug !== "",
    title: title.target !== null,
    credits: credits.some(({ role }) => role === "translator"),
    licence: licence !== null,
    issuing_body: (source.issuingBody?.target ?? null) !== null,
    date: source.date !== null,
    source_address: source.address !== null || source.archivedAddress !== null,
  };
  return NEEDED.filter((needed) => !isThere[needed]);
}
