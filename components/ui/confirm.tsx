"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Form } from "./form";

type ConfirmProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description: string;
  readonly closeLabel: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly isBusy: boolean;
  readonly error: string | null;
  readonly onConfirm: (values: FormData) => void;
  /** What has to be typed or chosen first. */
  readonly children?: ReactNode;
};

/** Asks before something that cannot be undone; says what will happen, and what went wrong if it did. */
export function Confirm({
  isBusy,
  error,
  onConfirm,
  confirmLabel,
  cancelLabel,
  children,
  ...dialog
}: ConfirmProps) {
  return (
    <Dialog {...dialog}>
      <Form
        error={error}
        onSubmit={onConfirm}
        className="flex flex-col gap-4 pt-2"
      >
        {children}
        <div className="flex justify-end gap-2">
          <Button onClick={() => dialog.onOpenChange(false)}>
            {cancelLabel}
          </Button>
          <Button type="submit" variant="danger" busy={isBusy}>
            {confirmLabel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
