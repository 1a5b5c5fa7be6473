import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { SignUpGreeting } from "@/components/accounts/sign-up-greeting";
import { nextPath } from "@/core/accounts/next-path";
import { findSignUpDoor } from "@/server/services/accounts/sign-up";
import { findActor } from "@/server/session";

type Props = {
  readonly searchParams: Promise<
    Readonly<Record<string, string | string[] | undefined>>
  >;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("sign_up_title") };
}

const one = (value: string | string[] | undefined) =>
  typeof value === "string" && value.length <= 200 ? value : null;

export default async function SignUpPage({ searchParams }: Props) {
  const given = await searchParams;
  const next = nextPath(given.next);
  if ((await findActor()) !== null) redirect(next);
  const [invitation, setup] = [one(given.invitation), one(given.setup)];
  const door = await findSignUpDoor(invitation, setup);
  const isOpen =
    !door.needsSetupToken && ["first", "invited", "open"].includes(door.kind);
  const t = await getTranslations("account");
  return (
    <>
      <SignUpGreeting door={door} />
      {isOpen && (
        <SignUpForm
          setup={setup}
          invitation={door.kind === "invited" ? invitation : null}
          invitedEmail={door.invitation?.email ?? null}
          next={next}
        />
      )}
      {door.kind !== "first" && (
        <p className="text-ink-2">
          {t("have_account")}{" "}
          <Link
            href={`/sign-in?next=${encodeURIComponent(next)}`}
            className="font-medium text-ink underline"
          >
            {t("sign_in")}
          </Link>
        </p>
      )}
    </>
  );
}
