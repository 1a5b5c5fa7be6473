"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";

/** Ends the session in this browser. */
export function SignOut() {
  const t = useTranslations("account");
  const [isBusy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    await signOut({ redirect: false }).then(
      () => location.assign("/sign-in"),
      () => {
        setBusy(false);
        toast.error(t("sign_out_failed"));
      },
    );
  }

  return (
    <Button busy={isBusy} onClick={() => void leave()}>
      {t("sign_out")}
    </Button>
  );
}
