"use server";

import { ImportBundleInput } from "@/core/bundle/inputs";
import { action } from "@/server/action";
import * as bundles from "@/server/services/bundles/import-bundle";

export const importBundle = action(ImportBundleInput, bundles.importBundle);
