"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Tooltip } from "@/components/ui/tooltip";
import { KEY_ROWS } from "./correction-keys";

/** A button that lists the keys of the preview. */
export function KeysHelp() {
  const t = useTranslations("import");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip text={t("keys")}>
        <Button
          size="icon"
          variant="quiet"
          aria-label={t("keys")}
          className="max-sm:hidden"
          onClick={() => setOpen(true)}
        >
          <Keyboard aria-hidden className="size-4" />
        </Button>
      </Tooltip>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("keys")}
        description={t("keys_text")}
        closeLabel={common("close")}
      >
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 pt-1">
          {KEY_ROWS.map(({ keys, name }) => (
            <div key={name} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
