"use server";

import { SetStatusInput } from "@/core/documents/inputs";
import { action } from "@/server/action";
import * as translations from "@/server/services/translations";

export const setStatus = action(SetStatusInput, translations.setStatus);
