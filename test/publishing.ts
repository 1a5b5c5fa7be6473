import {
  NO_DETAILS,
  type PublicationDetails,
} from "@/core/editions/publication";
import { DEFAULT_STYLE, type ProjectStyle } from "@/core/projects/style";
import { richTextFromPlain } from "@/core/text/rich-text";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { publishEdition } from "@/server/services/editions/publish-edition";
import { setDetails } from "@/server/services/editions/set-details";
import { buildActors, type Actors } from "./actors";
import { buildDocument, buildProject, type GivenParagraph } from "./factories";

const PARAGRAPHS: readonly GivenParagraph[] = [
  {
    text: "关于制定“十五五”规划的建议",
    kind: "title",
    target: "Recommendations for the 15th Five-Year Plan",
    status: "approved",
  },
  {
    text: "一、坚持“五链”融合",
    kind: "heading",
    level: 1,
    marker: "一、",
    target: "I. Integrating the Five Chains",
    status: "approved",
  },
  {
    text: "全市上下同心,推动创新链、产业链深度融合。",
    target: "The city stands as one and integrates its chains of industry.",
    status: "approved",
  },
];

/** A slug that no other test has. */
export const newSlug = () => `plan-${newId().slice(-12)}`;

/** A document that may be published, with somebody in each role; details can still be said of it. */
export async function buildReady(
  given: {
    readonly paragraphs?: readonly GivenParagraph[];
    readonly details?: Partial<PublicationDetails>;
    readonly style?: Partial<ProjectStyle>;
  } = {},
) {
  const style = {
    ...DEFAULT_STYLE,
    blocking: ["untranslated", "stale", "unwritten_note"] as const,
    ...given.style,
  };
  const project = await buildProject({
    style: { ...style, blocking: [...style.blocking] },
  });
  const document = await buildDocument({
    projectId: project.id,
    paragraphs: given.paragraphs ?? PARAGRAPHS,
  });
  const actors = await buildActors(project.id);
  const details: PublicationDetails = {
    ...NO_DETAILS,
    slug: newSlug(),
    credits: [
      { name: "Wang Fang", role: "translator" },
      { name: "Zhou Yi", role: "reviewer" },
    ],
    licence: { name: "CC BY 4.0", address: "" },
    issuingBody: "CPC Quzhou Municipal Committee",
    ...given.details,
  };
  await setDetails(actors.owner, { documentId: document.id, details });
  return { projectId: project.id, document, actors, details };
}

/** Publishes a document as its edition of this number. */
export function publish(
  actors: Actors,
  documentId: string,
  number = 1,
  changes = number === 1 ? "" : "Corrected throughout.",
) {
  return publishEdition(actors.reviewer, { documentId, number, changes });
}

/** Changes the English of a live text, as typing does. */
export async function rewrite(textId: string, words: string): Promise<void> {
  await prisma.liveText.update({
    where: { id: textId },
    data: { richText: richTextFromPlain(words), plainText: words },
  });
}
