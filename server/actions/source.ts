"use server";

import { PreviewSourceInput } from "@/core/source/inputs";
import { action } from "@/server/action";
import * as source from "@/server/services/source";

export const previewSource = action(PreviewSourceInput, source.previewSource);
