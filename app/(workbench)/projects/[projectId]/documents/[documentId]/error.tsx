"use client";

import { DocumentFailure } from "@/components/documents/document-failure";

type Props = {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
};

export default function DocumentError({ error, reset }: Props) {
  return <DocumentFailure digest={error.digest ?? null} onRetry={reset} />;
}
