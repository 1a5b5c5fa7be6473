import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { nextPath } from "@/core/accounts/next-path";
import { findSignUpDoor } from "@/server/services/accounts/sign-up";
import { findActor } from "@/server/session";

type Props = {
  readonly searchParams: Promise<
    Readonly<Record<string, string | string[] | undefined>>
  >;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("sign_in_title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const next = nextPath((await searchParams).next);
  if ((await findActor()) !== null) redirect(next);
  const door = await findSignUpDoor(null, null);
  if (door.kind === "first") redirect("/sign-up");
  const t = await getTranslations("account");
  return (
    <>
      <h1 className="font-en text-3xl font-semibold">{t("sign_in_title")}</h1>
      <SignInForm next={next} />
      {door.kind === "open" && (
        <p className="text-ink-2">
          {t("no_account")}{" "}
          <Link
            href={`/sign-up?next=${encodeURIComponent(next)}`}
            className="font-medium text-ink underline"
          >
            {t("sign_up")}
          </Link>
        </p>
      )}
    </>
  );
}
