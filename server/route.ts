import { AppError, type ErrorCode } from "@/core/errors";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
};

/** Wraps a route handler: errors become a JSON body with a message key and the matching status. */
export function route<C>(
  handle: (request: Request, context: C) => Promise<Response>,
): (request: Request, context: C) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handle(request, context);
    } catch (error) {
      if (error instanceof AppError) {
        return Response.json(
          { error: error.code, message: error.message },
          { status: STATUS[error.code] },
        );
      }
      console.error(error);
      return Response.json(
        { error: "unavailable", message: "unexpected" },
        { status: 500 },
      );
    }
  };
}
