import type { ReactNode } from "react";
import { TopBar } from "@/components/shell/top-bar";
import { findTheme } from "@/server/preferences";
import { findAccount } from "@/server/services/accounts/account";
import { findActor } from "@/server/session";

export default async function HomeLayout({
  children,
}: {
  readonly children: ReactNode;
}) {
  const actor = await findActor();
  const account = actor === null ? null : await findAccount(actor);
  return (
    <>
      <TopBar account={account} theme={await findTheme()} />
      {children}
    </>
  );
}
