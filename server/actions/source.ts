"use server";

import { PreviewSourceInput } from "@/core/source/inputs";
import { action, countedInService } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as source from "@/server/services/source";

export const previewSource = action(
  countedInService(LIMITS.previewSource),
  PreviewSourceInput,
  source.previewSource,
);
