/** The name of the place where a paragraph of the edition begins. */
export const placeAnchor = (number: number) => `p${number}`;

/** The name of the place where a part beside the text begins. */
export const partAnchor = (title: string) =>
  `part_${title.replace(/\W+/g, "_")}`;
