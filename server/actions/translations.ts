"use server";

import { SetStatusInput } from "@/core/documents/inputs";
import { action } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as translations from "@/server/services/translations";

export const setStatus = action(
  LIMITS.setStatus,
  SetStatusInput,
  translations.setStatus,
);
