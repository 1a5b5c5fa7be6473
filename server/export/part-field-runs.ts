import type { Document, IXmlableObject } from "docx";

/**
 * Has the contents of a document written with a run for each part of a field, as Word does. The package puts a whole field
 * into one run, of which pandoc 2 sees the beginning only: it takes what follows for a part of the field, and loses the
 * lists behind the next one.
 */
export function partFieldRuns(document: Document): void {
  const { View: view } = document.Document;
  const prepare = view.prepForXml.bind(view);
  view.prepForXml = (context) => {
    const xml = prepare(context);
    for (const part of childrenOf(xml, "w:document"))
      for (const block of childrenOf(part, "w:body"))
        if (isElement(block) && "w:sdt" in block)
          block["w:sdt"] = partRuns(block["w:sdt"]);
    return xml;
  };
}

type Element = Record<string, unknown>;

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function childrenOf(element: unknown, name: string): readonly unknown[] {
  const children = isElement(element) ? element[name] : undefined;
  return Array.isArray(children) ? children : [];
}

/** Parts the runs in the content of an element, however deep they are. */
function partRuns(content: unknown): IXmlableObject[string] {
  if (!Array.isArray(content)) return content as IXmlableObject[string];
  return (content as readonly unknown[]).flatMap((child): unknown[] => {
    if (!isElement(child)) return [child];
    if ("w:r" in child) return [...partRun(child)];
    return [
      Object.fromEntries(
        Object.entries(child).map(([name, inner]) => [name, partRuns(inner)]),
      ),
    ];
  });
}

const isFieldPart = (child: unknown) =>
  isElement(child) && ("w:fldChar" in child || "w:instrText" in child);

function partRun(run: Element): readonly Element[] {
  const children = childrenOf(run, "w:r");
  if (!children.some(isFieldPart)) return [run];
  const properties = children.filter(
    (child) => isElement(child) && "w:rPr" in child,
  );
  return children
    .filter((child) => !properties.includes(child))
    .map((child) => ({ "w:r": [...properties, child] }));
}
