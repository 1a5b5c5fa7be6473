"use server";

import {
  PublishInput,
  RevokeDraftInput,
  SetDetailsInput,
  ShareDraftInput,
  WithdrawInput,
} from "@/core/editions/views";
import { action } from "@/server/action";
import * as publishing from "@/server/services/editions/publish-edition";
import * as details from "@/server/services/editions/set-details";
import * as sharing from "@/server/services/editions/share-draft";
import * as withdrawing from "@/server/services/editions/withdraw-edition";

export const setDetails = action(SetDetailsInput, details.setDetails);
export const publishEdition = action(PublishInput, publishing.publishEdition);
export const withdrawEdition = action(
  WithdrawInput,
  withdrawing.withdrawEdition,
);
export const shareDraft = action(ShareDraftInput, sharing.shareDraft);
export const revokeDraft = action(RevokeDraftInput, sharing.revokeDraft);
