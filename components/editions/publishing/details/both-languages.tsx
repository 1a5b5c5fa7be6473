import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";

type BothLanguagesProps = {
  /** Where a check leads to. */
  readonly id: string;
  /** Key of the labels and hints. */
  readonly name: "title" | "issuing_body";
  readonly maxLength: number;
  readonly english: string;
  readonly chinese: string;
  /** Errors of the English and of the Chinese. */
  readonly errors: readonly [string | undefined, string | undefined];
  readonly onEnglish: (value: string) => void;
  readonly onChinese: (value: string) => void;
};

/** A detail in English and in Chinese. */
export function BothLanguages({
  id,
  name,
  maxLength,
  english,
  chinese,
  errors: [englishError, chineseError],
  onEnglish,
  onChinese,
}: BothLanguagesProps) {
  const t = useTranslations("editions.publish.details");
  return (
    <div id={id} className="grid gap-x-4 gap-y-6 sm:grid-cols-2">
      <TextField
        label={t(`${name}_english`)}
        hint={t(`${name}_english_hint`)}
        lang="en"
        value={english}
        maxLength={maxLength}
        autoComplete="off"
        error={englishError}
        onChange={(event) => onEnglish(event.target.value)}
      />
      <TextField
        label={t(`${name}_chinese`)}
        hint={t(`${name}_chinese_hint`)}
        lang="zh-CN"
        value={chinese}
        maxLength={maxLength}
        autoComplete="off"
        error={chineseError}
        onChange={(event) => onChinese(event.target.value)}
      />
    </div>
  );
}
