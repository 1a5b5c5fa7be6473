import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Seal } from "./seal";

/** What stands at an address where there is nothing, or nothing for this account. */
export function Lost() {
  const t = useTranslations("account");
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 px-6 text-center"
    >
      <Seal className="size-12 text-[19px]" />
      <h1 className="font-en text-2xl font-semibold">{t("not_found_title")}</h1>
      <p className="text-ink-2">{t("not_found_text")}</p>
      <Button asChild variant="primary">
        <Link href="/projects">{t("to_projects")}</Link>
      </Button>
    </main>
  );
}
