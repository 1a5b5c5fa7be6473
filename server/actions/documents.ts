"use server";

import {
  DeleteDocumentInput,
  ImportDocumentInput,
} from "@/core/documents/inputs";
import { action } from "@/server/action";
import * as documents from "@/server/services/documents";

export const importDocument = action(
  ImportDocumentInput,
  documents.importDocument,
);
export const deleteDocument = action(
  DeleteDocumentInput,
  documents.deleteDocument,
);
