import { useTranslations } from "next-intl";

/** A heading of the sample beside its English: what this is all about, shown rather than told. */
export function Specimen() {
  const t = useTranslations("account.specimen");
  return (
    <figure className="grid max-w-2xl grid-cols-2 gap-x-10">
      <blockquote
        lang="zh-CN"
        className="border-l-2 border-vermilion pl-6 font-zh text-[21px] leading-[1.9] font-semibold"
      >
        {t.rich("source", {
          term: (words) => (
            <span className="border-b-2 border-indigo">{words}</span>
          ),
        })}
      </blockquote>
      <blockquote
        lang="en"
        className="font-en text-[21px] leading-[1.7] font-semibold"
      >
        {t.rich("target", {
          term: (words) => (
            <span className="border-b-2 border-indigo">{words}</span>
          ),
        })}
      </blockquote>
      <figcaption className="col-span-2 mt-8 pl-6 text-[13px] text-ink-3">
        {t("label")}
      </figcaption>
    </figure>
  );
}
