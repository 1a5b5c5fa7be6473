"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { useUnsavedDetails } from "@/components/editions/publishing/unsaved-details";
import {
  CHINESE_PREVAILS,
  type PublicationDetails,
} from "@/core/editions/publication";
import type { PublishingView } from "@/core/editions/views";
import { setDetails } from "@/server/actions/editions";
import { BothLanguages } from "./both-languages";
import { Credits } from "./credits";
import { LicenceField } from "./licence-field";
import { SlugField } from "./slug-field";

/** What is said of a document's editions beside their text; stored when one says so. */
export function DetailsForm({ view }: { readonly view: PublishingView }) {
  const t = useTranslations("editions.publish.details");
  const router = useRouter();
  const [stored, setStored] = useState(view.details);
  const [details, setAll] = useState(view.details);
  const { isBusy, submit, error, errorOf } = useAction(setDetails);
  const isChanged = JSON.stringify(details) !== JSON.stringify(stored);
  const errorAt = (path: string) => errorOf(`details.${path}`) ?? errorOf(path);
  const change = (part: Partial<PublicationDetails>) =>
    setAll((now) => ({ ...now, ...part }));
  useWarningBeforeLeaving(isChanged);

  async function handleSubmit() {
    const sent = details;
    const outcome = await submit({
      documentId: view.documentId,
      details: sent,
    });
    if (!outcome.ok) return;
    setStored(sent);
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <Form
      error={error}
      onSubmit={() => void handleSubmit()}
      className="flex flex-col gap-6"
    >
      <SlugField
        value={details.slug}
        suggestion={view.suggestedSlug}
        number={view.nextNumber}
        isFixed={view.editions.length > 0}
        error={errorAt("slug")}
        onChange={(slug) => change({ slug })}
      />
      <Credits
        credits={details.credits}
        errorAt={(at) =>
          errorAt(`credits.${at}.name`) ?? errorAt(`credits.${at}.role`)
        }
        onChange={(credits) => change({ credits: [...credits] })}
      />
      <LicenceField
        value={details.licence}
        errorAt={(part) => errorAt(`licence.${part}`)}
        onChange={(licence) => change({ licence })}
      />
      {!view.hasTitle && (
        <BothLanguages
          id="title-of-edition"
          name="title"
          maxLength={500}
          english={details.title ?? ""}
          chinese={details.titleSource ?? ""}
          errors={[errorAt("title"), errorAt("titleSource")]}
          onEnglish={(title) => change({ title })}
          onChinese={(titleSource) => change({ titleSource })}
        />
      )}
      <BothLanguages
        id="issuing-body"
        name="issuing_body"
        maxLength={300}
        english={details.issuingBody}
        chinese={details.issuingBodySource ?? ""}
        errors={[errorAt("issuingBody"), errorAt("issuingBodySource")]}
        onEnglish={(issuingBody) => change({ issuingBody })}
        onChinese={(issuingBodySource) => change({ issuingBodySource })}
      />
      <div className="grid gap-x-4 gap-y-6 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <div id="source-date">
          <TextField
            label={t("source_date")}
            hint={t("source_date_hint")}
            value={details.sourceDate ?? ""}
            type="date"
            error={errorAt("sourceDate")}
            onChange={(event) => change({ sourceDate: event.target.value })}
          />
        </div>
        <div id="source-address">
          <TextField
            label={t("source_address")}
            hint={t("source_address_hint")}
            value={details.sourceAddress ?? ""}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            error={errorAt("sourceAddress")}
            onChange={(event) => change({ sourceAddress: event.target.value })}
          />
        </div>
      </div>
      <TextField
        label={t("archived_address")}
        hint={t("archived_address_hint")}
        value={details.archivedAddress}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        error={errorAt("archivedAddress")}
        onChange={(event) => change({ archivedAddress: event.target.value })}
      />
      <TextArea
        label={t("statement")}
        hint={t("statement_hint")}
        lang="en"
        rows={2}
        maxLength={1000}
        placeholder={CHINESE_PREVAILS}
        value={details.statement}
        error={errorAt("statement")}
        onChange={(event) => change({ statement: event.target.value })}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={isBusy} disabled={!isChanged}>
          {t("save")}
        </Button>
        <span role="status" className="text-[13px] text-ink-2">
          {t(isChanged ? "unsaved" : "all_saved")}
        </span>
        {isChanged && (
          <Button variant="quiet" onClick={() => setAll(stored)}>
            {t("discard")}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** The browser asks before what was not stored is lost with its page; whoever publishes is told of it. */
function useWarningBeforeLeaving(isChanged: boolean): void {
  const { setUnsaved } = useUnsavedDetails();
  useEffect(() => {
    setUnsaved(isChanged);
    if (!isChanged) return;
    const handleUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", handleUnload);
    return () => window.removeEventListener("beforeunload", handleUnload);
  }, [isChanged, setUnsaved]);
}
