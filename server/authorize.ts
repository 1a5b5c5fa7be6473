import { can, type Action, type Subject } from "@/core/access/can";
import { AppError } from "@/core/errors";

/**
 * Refuses what the policy table does not allow. Who is not even allowed to read learns nothing:
 * the answer is `not_found`, the same as for an id that does not exist.
 */
export function authorize(action: Action, subject: Subject): void {
  if (can(action, subject)) return;
  if (!can("project.read", subject))
    throw new AppError("not_found", "not_found");
  throw new AppError("forbidden", "forbidden");
}
