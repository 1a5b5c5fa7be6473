"use server";

import {
  AddTermInput,
  ImportTermsInput,
  RemoveTermInput,
  UpdateTermInput,
} from "@/core/glossary/term";
import { action } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as edit from "@/server/services/glossary/edit-terms";
import * as imports from "@/server/services/glossary/import-terms";

export const addTerm = action(LIMITS.editTerm, AddTermInput, edit.addTerm);
export const updateTerm = action(
  LIMITS.editTerm,
  UpdateTermInput,
  edit.updateTerm,
);
export const removeTerm = action(
  LIMITS.editTerm,
  RemoveTermInput,
  edit.removeTerm,
);
export const importTerms = action(
  LIMITS.importTerms,
  ImportTermsInput,
  imports.importTerms,
);
