"use server";

import { ImportBundleInput } from "@/core/bundle/inputs";
import { action, countedInService } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as bundles from "@/server/services/bundles/import-bundle";

export const importBundle = action(
  countedInService(LIMITS.importBundle),
  ImportBundleInput,
  bundles.importBundle,
);
