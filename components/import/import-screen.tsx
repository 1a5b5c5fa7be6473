"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Page } from "@/components/ui/page";
import { useAction } from "@/components/ui/use-action";
import {
  MAX_PREVIEW_BYTES,
  MAX_SOURCE_BYTES,
} from "@/core/documents/body-limits.mjs";
import { importDocument } from "@/server/actions/documents";
import { previewSource } from "@/server/actions/source";
import { LeaveGuard } from "./leave-guard";
import { PreviewScreen } from "./preview-screen";
import { SourceForm } from "./source-form";
import { useImport } from "./use-import";

type Reading = { readonly name: string | null; readonly size: number };

/** Imports a document in two steps: a text or a file is read, then what was understood is corrected and stored. */
export function ImportScreen({ projectId }: { readonly projectId: string }) {
  const t = useTranslations("import");
  const router = useRouter();
  const { state, dispatch, forget } = useImport(projectId);
  const reader = useAction(previewSource);
  const keeper = useAction(importDocument);
  const [reading, setReading] = useState<Reading | null>(null);
  const [isStored, setStored] = useState(false);
  /** Counts requests, so that the answer to one that was given up is not taken. */
  const turn = useRef(0);

  async function read(file: File | null) {
    const size = file?.size ?? new Blob([state.pasted]).size;
    if (size === 0 || (file === null && state.pasted.trim() === ""))
      return reader.fail(file === null ? "source_missing" : "source_empty");
    if (size > MAX_SOURCE_BYTES) return reader.fail("source_too_large");
    const mine = (turn.current += 1);
    setReading({ name: file?.name ?? null, size });
    const bytes = file === null ? null : await readBytes(file);
    if (file !== null && bytes === null) {
      setReading(null);
      return reader.fail("source_unreadable");
    }
    const outcome = await reader.submit({
      projectId,
      text: file === null ? state.pasted : null,
      file:
        file === null || bytes === null
          ? null
          : { name: file.name.slice(-255), bytes },
    });
    if (mine !== turn.current) return;
    setReading(null);
    if (outcome.ok) dispatch({ kind: "understood", preview: outcome.value });
  }

  function cancel() {
    turn.current += 1;
    setReading(null);
    reader.clear();
  }

  async function store() {
    if (state.source === null || state.history === null) return;
    const { metadata, paragraphs } = state.history.present;
    const input = {
      projectId,
      ...state.source,
      metadata,
      paragraphs: [...paragraphs],
    };
    // Corrections can make it larger than what was read.
    if (new Blob([JSON.stringify(input)]).size > MAX_PREVIEW_BYTES)
      return keeper.fail("source_too_large");
    const outcome = await keeper.submit(input);
    if (!outcome.ok) return;
    setStored(true);
    router.push(`/projects/${projectId}/documents/${outcome.value.documentId}`);
    forget();
  }

  if (state.history !== null && state.source !== null) {
    return (
      <>
        <LeaveGuard active={state.isCorrected && !isStored} />
        <PreviewScreen
          source={state.source}
          history={state.history}
          selected={state.selected}
          dispatch={dispatch}
          isStoring={keeper.isBusy || isStored}
          error={keeper.error}
          onStore={() => void store()}
          hasCorrections={state.isCorrected}
        />
      </>
    );
  }
  return (
    <Page title={t("title")} lead={t("lead")}>
      <SourceForm
        text={state.pasted}
        onText={(text) => dispatch({ kind: "paste", text })}
        reading={reading}
        error={reader.error}
        onRead={(file) => void read(file)}
        onCancel={cancel}
      />
    </Page>
  );
}

async function readBytes(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // The file was moved or its disk taken away after it was chosen.
    return null;
  }
}
