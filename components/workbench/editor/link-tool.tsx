"use client";

import { Link } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import type { EditorCommands } from "./editor-commands";
import { ToolButton } from "./tool-button";

type Props = {
  readonly commands: EditorCommands | null;
  readonly isPressed: boolean;
};

/** Links the selected words, or changes the link at the caret. */
export function LinkTool({ commands, isPressed }: Props) {
  const text = useTranslations("live");
  const button = useRef<HTMLButtonElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [isInvalid, setIsInvalid] = useState(false);
  const close = () => {
    setAddress(null);
    setIsInvalid(false);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (commands?.setLink(address ?? "") === true) close();
    else setIsInvalid(true);
  };
  const handleRemove = () => {
    commands?.setLink(null);
    close();
  };
  return (
    <>
      <ToolButton
        ref={button}
        label={text("link")}
        isPressed={isPressed}
        disabled={commands === null}
        aria-haspopup="dialog"
        onClick={() => setAddress(commands?.linkHref() ?? "")}
      >
        <Link aria-hidden className="size-4" />
      </ToolButton>
      <Popover
        open={address !== null}
        onOpenChange={(open) => {
          if (!open) close();
        }}
        anchor={button}
        label={text("link")}
      >
        <form
          noValidate
          className="flex flex-col gap-3"
          onSubmit={handleSubmit}
        >
          <TextField
            type="url"
            label={text("link_address")}
            hint={text("link_hint")}
            error={isInvalid ? text("link_invalid") : undefined}
            value={address ?? ""}
            onChange={(event) => {
              setAddress(event.target.value);
              setIsInvalid(false);
            }}
          />
          <div className="flex justify-end gap-2">
            {isPressed && (
              <Button variant="quiet" size="small" onClick={handleRemove}>
                {text("link_remove")}
              </Button>
            )}
            <Button variant="secondary" size="small" type="submit">
              {text("link_set")}
            </Button>
          </div>
        </form>
      </Popover>
    </>
  );
}
