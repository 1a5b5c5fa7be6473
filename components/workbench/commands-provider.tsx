"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, type ReactNode } from "react";
import { toast } from "sonner";
import type { TermView } from "@/core/glossary/term";
import { CommandsContext, type Commands } from "./state/commands";
import { createMoves } from "./state/moves";
import { useStatusCommands } from "./state/use-status-commands";
import { distinctTerms } from "./terms/distinct-terms";
import { useWorkbench } from "./workbench-context";

/** Gives the screen its commands. */
export function CommandsProvider({
  children,
}: {
  readonly children: ReactNode;
}) {
  const parts = useWorkbench();
  const text = useTranslations("workbench");
  const moves = useMemo(() => createMoves(parts), [parts]);
  const goOn = useCallback(() => moves.step(1), [moves]);
  const { setStatus, confirm } = useStatusCommands(parts, goOn);

  const insertTerm = useCallback(
    (term: TermView) => {
      const isInNote = parts.noteEditor.current?.isFocused() ?? false;
      const writing = isInNote
        ? parts.noteEditor.current
        : parts.editor.current;
      if (writing === null) toast.info(text("insert_nowhere"));
      else writing.insertTerm(term.target);
    },
    [parts, text],
  );
  const insertTermAt = useCallback(
    (place: number) => {
      const { rows, desk, glossary } = parts;
      const row = rows.row(desk.get().focusedId ?? "");
      const { ready } = glossary.get();
      if (row === null || ready === null) return;
      const term = distinctTerms(ready, row.source)[place - 1];
      if (term === undefined) toast.info(text("insert_none", { place }));
      else insertTerm(term);
    },
    [parts, text, insertTerm],
  );

  const commands = useMemo<Commands>(
    () => ({ ...moves, setStatus, confirm, insertTerm, insertTermAt }),
    [moves, setStatus, confirm, insertTerm, insertTermAt],
  );
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}
