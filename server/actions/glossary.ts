"use server";

import {
  AddTermInput,
  ImportTermsInput,
  RemoveTermInput,
  UpdateTermInput,
} from "@/core/glossary/term";
import { action } from "@/server/action";
import * as edit from "@/server/services/glossary/edit-terms";
import * as imports from "@/server/services/glossary/import-terms";

export const addTerm = action(AddTermInput, edit.addTerm);
export const updateTerm = action(UpdateTermInput, edit.updateTerm);
export const removeTerm = action(RemoveTermInput, edit.removeTerm);
export const importTerms = action(ImportTermsInput, imports.importTerms);
