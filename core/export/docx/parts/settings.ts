import type { Document } from "./part";
import { rootXml } from "./xml";

/** Word numbers endnotes in Roman figures unless it is told otherwise. */
export const ARABIC = '<w:numFmt w:val="decimal"/>';

/** Writes the settings of a document: left and right pages, its notes, its languages, and the rules of today's Word. */
export function writeSettings({ plan, english }: Document): string {
  const { kind } = plan.notes;
  return rootXml(
    "w:settings",
    [
      '<w:zoom w:percent="100"/>',
      '<w:defaultTabStop w:val="425"/>',
      "<w:evenAndOddHeaders/>",
      '<w:characterSpacingControl w:val="compressPunctuation"/>',
      `<w:${kind}Pr>${ARABIC}<w:${kind} w:id="-1"/><w:${kind} w:id="0"/></w:${kind}Pr>`,
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
      `<w:themeFontLang w:val="${english}" w:eastAsia="zh-CN"/>`,
      '<w:decimalSymbol w:val="."/>',
      '<w:listSeparator w:val=","/>',
    ].join(""),
  );
}
