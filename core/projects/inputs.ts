import { z } from "zod";
import { ROLES } from "@/core/access/can";

const name = z.string().trim().min(1, "name_missing").max(200, "too_long");
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "too_long")
  .pipe(z.email("email_invalid"));

export const CreateProjectInput = z.strictObject({ name });
export type CreateProjectInput = z.infer<typeof CreateProjectInput>;

export const RenameProjectInput = z.strictObject({ projectId: z.uuid(), name });
export type RenameProjectInput = z.infer<typeof RenameProjectInput>;

export const DeleteProjectInput = z.strictObject({ projectId: z.uuid() });
export type DeleteProjectInput = z.infer<typeof DeleteProjectInput>;

export const AddMemberInput = z.strictObject({
  projectId: z.uuid(),
  email,
  role: z.enum(ROLES),
});
export type AddMemberInput = z.infer<typeof AddMemberInput>;

export const ChangeRoleInput = z.strictObject({
  projectId: z.uuid(),
  accountId: z.uuid(),
  role: z.enum(ROLES),
});
export type ChangeRoleInput = z.infer<typeof ChangeRoleInput>;

export const RemoveMemberInput = z.strictObject({
  projectId: z.uuid(),
  accountId: z.uuid(),
});
export type RemoveMemberInput = z.infer<typeof RemoveMemberInput>;
