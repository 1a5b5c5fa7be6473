import * as Y from "yjs";
import { NOTE_MARK, readEmbed } from "./sync/embeds";

type Json = { readonly [key: string]: unknown };

/** How deep elements of a shared text may be inside each other: lists in lists, 31 levels of them. Deeper is not read. */
export const MAX_NESTING = 64;

/** The nodes of a shared fragment in the editor's JSON form, read without the schema so that nothing can throw. */
export function jsonFromFragment(fragment: Y.XmlFragment): readonly Json[] {
  return nodesOf(fragment, 0);
}

function nodesOf(parent: Y.XmlFragment, depth: number): readonly Json[] {
  if (depth > MAX_NESTING) return [];
  return (parent.toArray() as readonly unknown[]).flatMap(
    (child): readonly Json[] => {
      if (child instanceof Y.XmlElement) {
        return [
          {
            type: child.nodeName,
            attrs: child.getAttributes(),
            content: nodesOf(child, depth + 1),
          },
        ];
      }
      return child instanceof Y.XmlText ? textsOf(child) : [];
    },
  );
}

function textsOf(text: Y.XmlText): readonly Json[] {
  const delta = text.toDelta() as readonly {
    readonly insert?: unknown;
    readonly attributes?: Json;
  }[];
  return delta.flatMap(({ insert, attributes }): readonly Json[] => {
    if (typeof insert !== "string")
      return [{ type: NOTE_MARK, attrs: readEmbed(insert) }];
    return [
      {
        type: "text",
        text: insert,
        marks: Object.entries(attributes ?? {})
          .filter(([, attrs]) => attrs !== null && attrs !== false)
          // Marks that may overlap themselves carry a hash behind "--".
          .map(([name, attrs]) => ({ type: name.split("--")[0], attrs })),
      },
    ];
  });
}
