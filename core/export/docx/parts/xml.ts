const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The namespace of relationships between parts, and the beginning of their kinds. */
export const RELATIONSHIPS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const DECLARATION =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes the root element of a part of a Word document, a name such as "w:document". */
export const rootXml = (name: string, content: string) =>
  `${DECLARATION}<${name} xmlns:w="${WORD}" xmlns:r="${RELATIONSHIPS}">${content}</${name}>`;
