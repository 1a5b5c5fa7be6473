import { z } from "zod";
import { ROLES } from "@/core/access/can";
import { EmailSchema } from "@/core/accounts/email";
import { nameSchema } from "@/core/text/name";

const name = nameSchema(200);

export const CreateProjectInput = z.strictObject({ name });
export type CreateProjectInput = z.infer<typeof CreateProjectInput>;

export const RenameProjectInput = z.strictObject({ projectId: z.uuid(), name });
export type RenameProjectInput = z.infer<typeof RenameProjectInput>;

export const DeleteProjectInput = z.strictObject({
  projectId: z.uuid(),
  /** The project's name, typed by hand. */
  confirmation: z.string().max(1_000),
});
export type DeleteProjectInput = z.infer<typeof DeleteProjectInput>;

export const AddMemberInput = z.strictObject({
  projectId: z.uuid(),
  email: EmailSchema,
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

export const RevokeInvitationInput = z.strictObject({
  projectId: z.uuid(),
  invitationId: z.uuid(),
});
export type RevokeInvitationInput = z.infer<typeof RevokeInvitationInput>;
