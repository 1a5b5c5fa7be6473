"use server";

import {
  PublishInput,
  RevokeDraftInput,
  SetDetailsInput,
  ShareDraftInput,
  WithdrawInput,
} from "@/core/editions/views";
import { action, countedInService } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as publishing from "@/server/services/editions/publish-edition";
import * as details from "@/server/services/editions/set-details";
import * as sharing from "@/server/services/editions/share-draft";
import * as withdrawing from "@/server/services/editions/withdraw-edition";

export const setDetails = action(
  LIMITS.changeProject,
  SetDetailsInput,
  details.setDetails,
);
export const publishEdition = action(
  countedInService(LIMITS.publish),
  PublishInput,
  publishing.publishEdition,
);
export const withdrawEdition = action(
  LIMITS.withdraw,
  WithdrawInput,
  withdrawing.withdrawEdition,
);
export const shareDraft = action(
  countedInService(LIMITS.shareDraft),
  ShareDraftInput,
  sharing.shareDraft,
);
export const revokeDraft = action(
  LIMITS.withdraw,
  RevokeDraftInput,
  sharing.revokeDraft,
);
