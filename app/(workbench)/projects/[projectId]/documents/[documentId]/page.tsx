import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AccountMenu } from "@/components/shell/account-menu";
import { Workbench } from "@/components/workbench/workbench";
import type { Locale } from "@/core/accounts/preferences";
import { forPage } from "@/server/page";
import { findTheme } from "@/server/preferences";
import { findAccount } from "@/server/services/accounts/account";
import { viewDocument } from "@/server/services/documents/view-document";
import { requireActorOrSignIn } from "@/server/session";

type Props = {
  readonly params: Promise<{
    readonly projectId: string;
    readonly documentId: string;
  }>;
};

/** Long enough for the first texts to be drawn and sent; the browser is still fetching its scripts then. */
const MOMENT = 50;

/** A promise travels behind the page itself: the text is on the screen before thousands of summaries are. */
function behindThePage<T>(value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), MOMENT);
  });
}

async function findView({ params }: Props) {
  const { projectId, documentId } = await params;
  const actor = await requireActorOrSignIn(
    `/projects/${projectId}/documents/${documentId}`,
  );
  const view = await forPage(viewDocument(actor, documentId));
  if (view.projectId !== projectId) notFound();
  return { actor, view };
}

export default async function DocumentPage(props: Props) {
  const { actor, view } = await findView(props);
  const [account, theme, locale] = await Promise.all([
    findAccount(actor),
    findTheme(),
    getLocale(),
  ]);
  return (
    <>
      <title>{view.title}</title>
      <Workbench
        view={{
          ...view,
          rowCount: view.summaries.length,
          summaries: behindThePage(view.summaries),
        }}
        viewer={{ accountId: actor.accountId, name: actor.name }}
        account={
          <AccountMenu
            account={account}
            theme={theme}
            locale={locale as Locale}
          />
        }
      />
    </>
  );
}
