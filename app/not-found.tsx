import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Lost } from "@/components/shell/lost";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("not_found_title") };
}

export default function NotFound() {
  return <Lost />;
}
