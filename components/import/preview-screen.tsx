"use client";

import { ArrowLeft, Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { isComposing } from "@/components/ui/is-composing";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Tooltip } from "@/components/ui/tooltip";
import type { Correction } from "@/core/source/correction";
import { isToCheck } from "@/core/source/count-remarks";
import { findDoubts } from "@/core/source/doubts";
import type { CorrectionHistory } from "@/core/source/history";
import { DoubtList } from "./doubt-list";
import { KeysHelp } from "./keys-help";
import { KindCounts } from "./kind-counts";
import { MetadataForm } from "./metadata-form";
import { ParagraphList, type ParagraphListHandle } from "./paragraph-list";
import { RemarkList } from "./remark-list";
import type { SourceFile } from "./use-import";

type PreviewScreenProps = {
  readonly source: SourceFile;
  readonly history: CorrectionHistory;
  readonly selected: number;
  readonly dispatch: (
    change:
      | { readonly kind: "correct"; readonly correction: Correction }
      | { readonly kind: "undo" | "redo" | "start-over" }
      | { readonly kind: "select"; readonly index: number },
  ) => void;
  readonly isStoring: boolean;
  readonly error: string | null;
  readonly hasCorrections: boolean;
  readonly onStore: () => void;
};

/** The second step: what was understood, with doubtful places first, to be corrected and stored. */
export function PreviewScreen({
  source,
  history,
  selected,
  dispatch,
  isStoring,
  error,
  hasCorrections,
  onStore,
}: PreviewScreenProps) {
  const t = useTranslations("import");
  const common = useTranslations("common");
  const list = useRef<ParagraphListHandle>(null);
  const [isAsking, setAsking] = useState(false);
  const { paragraphs, metadata, remarks } = history.present;
  const doubts = useMemo(() => findDoubts(history.present), [history.present]);
  useUndoKeys(dispatch);

  function startOver() {
    setAsking(false);
    dispatch({ kind: "start-over" });
  }

  return (
    <main
      id="main"
      className="mx-auto w-full max-w-6xl px-4 pt-5 pb-24 sm:px-6"
    >
      <h1 className="sr-only">{t("check_title")}</h1>
      <header className="sticky top-0 z-20 -mx-4 mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-paper px-4 py-2 sm:-mx-6 sm:px-6">
        <Button
          variant="quiet"
          className="-ml-3"
          onClick={() => (hasCorrections ? setAsking(true) : startOver())}
        >
          <ArrowLeft aria-hidden className="size-4" />
          <span className="max-sm:sr-only">{t("other_source")}</span>
        </Button>
        <span className="min-w-0 flex-1 truncate text-ink-3 max-sm:hidden">
          {source.fileName ?? t("pasted_text")}
          {source.encoding !== null && ` · ${source.encoding.toUpperCase()}`}
        </span>
        <div className="ml-auto flex items-center gap-1">
          <KeysHelp />
          <Tooltip text={common("undo")}>
            <Button
              size="icon"
              variant="quiet"
              aria-label={common("undo")}
              disabled={history.past.length === 0}
              onClick={() => dispatch({ kind: "undo" })}
            >
              <Undo2 aria-hidden className="size-4" />
            </Button>
          </Tooltip>
          <Tooltip text={common("redo")}>
            <Button
              size="icon"
              variant="quiet"
              aria-label={common("redo")}
              disabled={history.future.length === 0}
              onClick={() => dispatch({ kind: "redo" })}
            >
              <Redo2 aria-hidden className="size-4" />
            </Button>
          </Tooltip>
          <Button
            variant="primary"
            className="ml-2"
            busy={isStoring}
            disabled={paragraphs.length === 0}
            onClick={onStore}
          >
            {t("store")}
          </Button>
        </div>
      </header>
      {error !== null && (
        <div className="mb-4">
          <Notice tone="error">{error}</Notice>
        </div>
      )}
      <div className="grid items-start gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex flex-col gap-5 lg:sticky lg:top-16 lg:order-last">
          <RemarkList
            remarks={remarks}
            onShow={(index) => list.current?.show(index)}
          />
          {(doubts.length > 0 || !remarks.some(isToCheck)) && (
            <DoubtList
              doubts={doubts}
              onShow={(index) => list.current?.show(index)}
            />
          )}
          <MetadataForm
            metadata={metadata}
            onCorrect={(correction) =>
              dispatch({ kind: "correct", correction })
            }
          />
        </div>
        <section aria-label={t("paragraphs")} className="min-w-0">
          <KindCounts paragraphs={paragraphs} />
          <ParagraphList
            ref={list}
            paragraphs={paragraphs}
            doubts={doubts}
            selected={selected}
            onSelect={(index) => dispatch({ kind: "select", index })}
            onCorrect={(correction) =>
              dispatch({ kind: "correct", correction })
            }
          />
        </section>
      </div>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("discard_title")}
        description={t("discard_text")}
        closeLabel={common("close")}
      >
        <div className="flex justify-end gap-2 pt-2">
          <Button onClick={() => setAsking(false)}>{t("stay")}</Button>
          <Button variant="danger" onClick={startOver}>
            {t("discard")}
          </Button>
        </div>
      </Dialog>
    </main>
  );
}

/** Undo and redo by key, except where a field has its own. */
function useUndoKeys(
  dispatch: (change: { readonly kind: "undo" | "redo" }) => void,
) {
  const latest = useRef(dispatch);
  useEffect(() => {
    latest.current = dispatch;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element &&
        event.target.closest("input, textarea") !== null;
      if (
        isTyping ||
        isComposing(event) ||
        event.altKey ||
        !(event.ctrlKey || event.metaKey)
      )
        return;
      const isRedo =
        event.code === "KeyY" || (event.code === "KeyZ" && event.shiftKey);
      if (!isRedo && event.code !== "KeyZ") return;
      event.preventDefault();
      latest.current({ kind: isRedo ? "redo" : "undo" });
    };
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);
}
