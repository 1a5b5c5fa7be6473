"use server";

import { AcceptInvitationInput } from "@/core/accounts/inputs";
import {
  AddMemberInput,
  ChangeRoleInput,
  RemoveMemberInput,
  RevokeInvitationInput,
} from "@/core/projects/inputs";
import { action, countedInService } from "@/server/action";
import { LIMITS } from "@/server/rate-limit";
import * as invitations from "@/server/services/invitations";
import * as members from "@/server/services/members";

export const addMember = action(
  countedInService(LIMITS.addMember),
  AddMemberInput,
  members.addMember,
);

export const changeRole = action(
  LIMITS.changeMembers,
  ChangeRoleInput,
  members.changeRole,
);

export const removeMember = action(
  LIMITS.changeMembers,
  RemoveMemberInput,
  members.removeMember,
);

export const revokeInvitation = action(
  LIMITS.changeMembers,
  RevokeInvitationInput,
  members.revokeInvitation,
);

export const acceptInvitation = action(
  LIMITS.acceptInvitation,
  AcceptInvitationInput,
  invitations.acceptInvitation,
);
