"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useTransition, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import type { PublishingView } from "@/core/editions/views";
import {
  countBlocking,
  countSeverities,
  sortFindings,
} from "@/components/editions/publishing/sort-findings";
import { FindingGroupView } from "./finding-group";

/** What was found in a document before it is published, and whether it may be. */
export function Checks({ view }: { readonly view: PublishingView }) {
  const t = useTranslations("editions.publish.checks");
  const { isChecking, check } = useFreshChecks(view.documentId);
  const { projectId, documentId, findings } = view;
  const blocking = countBlocking(view);
  const counts = countSeverities(view.counts);
  const rules = (words: ReactNode) => (
    <Link
      href={`/projects/${projectId}#style`}
      className="font-medium underline underline-offset-2"
    >
      {words}
    </Link>
  );
  return (
    <Section
      title={
        <>
          {t("title")}
          {findings.length > 0 && (
            <span className="ml-3 font-normal text-ink-2 tabular-nums">
              {t("counts", counts)}
            </span>
          )}
        </>
      }
      actions={
        <Button variant="quiet" size="small" busy={isChecking} onClick={check}>
          {!isChecking && <RotateCw aria-hidden className="size-3.5" />}
          {t(isChecking ? "checking" : "again")}
        </Button>
      }
    >
      {findings.length === 0 && (
        <Notice tone="success">{t("nothing_found")}</Notice>
      )}
      {findings.length > 0 && blocking === 0 && (
        <Notice tone="info">{t.rich("may_be_published", { rules })}</Notice>
      )}
      {blocking > 0 && (
        <Notice tone="attention">
          {t.rich("held_back", { count: blocking, rules })}
        </Notice>
      )}
      <div className="mt-2 divide-y divide-line">
        {sortFindings(view).map((group) => (
          <FindingGroupView
            key={group.check}
            group={group}
            document={`/projects/${projectId}/documents/${documentId}`}
          />
        ))}
      </div>
    </Section>
  );
}

/** Documents whose checks this window has shown before. */
const seen = new Set<string>();

/** Checks again when one comes back from where things were put right. */
function useFreshChecks(documentId: string) {
  const router = useRouter();
  const [isChecking, startChecking] = useTransition();
  const check = () => startChecking(() => router.refresh());

  useEffect(() => {
    if (seen.has(documentId)) router.refresh();
    seen.add(documentId);
    const handleReturn = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", handleReturn);
    return () => document.removeEventListener("visibilitychange", handleReturn);
  }, [documentId, router]);

  return { isChecking, check };
}
