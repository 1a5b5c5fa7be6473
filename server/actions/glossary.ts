"use server";

import {
  AddTermInput,
  ImportTermsInput,
  RemoveTermInput,
  UpdateTermInput,
} from "@/core/glossary/term";
import { action } from "@/server/action";
import * as glossary from "@/server/services/glossary";
import { importTerms as importFromCsv } from "@/server/services/import-terms";

export const addTerm = action(AddTermInput, glossary.addTerm);
export const updateTerm = action(UpdateTermInput, glossary.updateTerm);
export const removeTerm = action(RemoveTermInput, glossary.removeTerm);
export const importTerms = action(ImportTermsInput, importFromCsv);
