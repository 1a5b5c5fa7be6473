"use server";

import {
  DeleteDocumentInput,
  ImportDocumentInput,
} from "@/core/documents/inputs";
import { action } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as deleting from "@/server/services/documents/delete-document";
import * as importing from "@/server/services/documents/import-document";

export const importDocument = action(
  LIMITS.importDocument,
  ImportDocumentInput,
  importing.importDocument,
);
export const deleteDocument = action(
  LIMITS.deleteWhole,
  DeleteDocumentInput,
  deleting.deleteDocument,
);
