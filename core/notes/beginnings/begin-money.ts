import { englishDate } from "@/core/documents/dates";
import type { Beginning } from "@/core/notes/beginnings";
import type { ProjectStyle } from "@/core/projects/style";
import { capitalize, englishNumber, paragraph, rounded, words } from "./prose";
import { findQuantities, type Quantity } from "./quantities";

// 元 also begins words (元素, 元旦), and a hundred 元 of other countries have the country before them.
const YUAN = "(?:元人民币|元(?![素旦宵件首老帅年化论]))";

/** Makes beginnings that give sums of yuan in dollars at the project's rate; without a rate they give the sum in English. */
export function beginMoney(
  source: string,
  selection: { readonly from: number; readonly to: number },
  { exchangeRate }: ProjectStyle,
): readonly Beginning[] {
  return findQuantities(source, YUAN)
    .filter(({ from, to }) => from < selection.to && to > selection.from)
    .slice(0, 3)
    .map((quantity) => ({
      reason: "money",
      kind: "background",
      body:
        exchangeRate === null
          ? paragraph(
              words(`${capitalize(inYuan(quantity))} (${quantity.written}).`),
            )
          : paragraph(words(inDollars(quantity, exchangeRate))),
      citations: [],
      needs: exchangeRate === null ? "exchange_rate" : null,
    }));
}

type Rate = NonNullable<ProjectStyle["exchangeRate"]>;

function inDollars(quantity: Quantity, rate: Rate): string {
  const { least, most, qualifier } = quantity;
  const dollars = (most === null ? [least] : [least, most])
    .map((value) => englishNumber(rounded(value / rate.yuanPerDollar)))
    .join(" to ");
  const day = englishDate(rate.date) ?? rate.date;
  const source = rate.source === "" ? "" : ` (${rate.source})`;
  const figure = englishNumber(rate.yuanPerDollar);
  const verb = least === 1 && most === null ? "was" : "were";
  return `At the rate of ${figure} yuan to the US dollar on ${day}${source}, ${inYuan(quantity)} ${verb} ${qualifier ?? "about"} ${dollars} US dollars.`;
}

function inYuan({ least, most, qualifier }: Quantity): string {
  const values = most === null ? [least] : [least, most];
  const before = qualifier === null ? "" : `${qualifier} `;
  return `${before}${values.map(englishNumber).join(" to ")} yuan`;
}
