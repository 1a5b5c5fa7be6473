import { createTranslator } from "next-intl";
import { Problem } from "@/boot/problem";
import { AppError } from "@/core/errors";
import { EnvError } from "@/server/env";
import { messages } from "@/messages/en/index";

/** What a caller did wrong, or a file that cannot be used: one line on standard error, exit code 2. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What is wrong in one line, or null for what nobody foresaw. */
export function describeFailure(error: unknown): string | null {
  if (error instanceof Refusal) return oneLine(error.message);
  if (error instanceof Problem || error instanceof EnvError)
    return oneLine(error.message);
  if (error instanceof AppError) return oneLine(describeAppError(error));
  if (
    error instanceof TypeError &&
    "code" in error &&
    String(error.code).startsWith("ERR_PARSE_ARGS")
  ) {
    return oneLine(error.message.split(". To specify")[0] ?? error.message);
  }
  return null;
}

function describeAppError({ message, values }: AppError): string {
  const errors: Record<string, string> = messages.errors;
  const t = createTranslator({
    locale: "en",
    messages: errors,
    onError: () => undefined,
    getMessageFallback: ({ key }) => key.replaceAll("_", " "),
  });
  return t(message, values);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
