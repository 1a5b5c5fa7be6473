"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PublishingView } from "@/core/editions/views";
import { PublishForm } from "./publish-form";
import { PublishedEdition } from "./published-edition";

type PublishButtonProps = {
  readonly view: PublishingView;
  /** How many findings keep the document from being published. */
  readonly blocking: number;
};

type Step =
  | { readonly kind: "closed" }
  | { readonly kind: "asking" }
  | {
      readonly kind: "published";
      readonly slug: string;
      readonly number: number;
    };

/** Publishes a document: asks what changed, says what it means, and then where it is to be read. */
export function PublishButton({ view, blocking }: PublishButtonProps) {
  const t = useTranslations("editions.publish");
  const common = useTranslations("common");
  const [step, setStep] = useState<Step>({ kind: "closed" });
  const number = step.kind === "published" ? step.number : view.nextNumber;
  return (
    <>
      <Button
        variant="primary"
        disabled={blocking > 0}
        title={blocking > 0 ? t("held_back", { count: blocking }) : undefined}
        onClick={() => setStep({ kind: "asking" })}
      >
        {t("publish", { number })}
      </Button>
      <Dialog
        open={step.kind !== "closed"}
        onOpenChange={() => setStep({ kind: "closed" })}
        title={t(
          step.kind === "published" ? "published_title" : "publish_title",
          { number },
        )}
        closeLabel={common("close")}
      >
        {step.kind === "asking" && (
          <PublishForm
            view={view}
            onPublished={(slug, published) =>
              setStep({ kind: "published", slug, number: published })
            }
            onCancel={() => setStep({ kind: "closed" })}
          />
        )}
        {step.kind === "published" && (
          <PublishedEdition slug={step.slug} number={step.number} />
        )}
      </Dialog>
    </>
  );
}
