"use server";

import { AcceptInvitationInput } from "@/core/accounts/inputs";
import {
  AddMemberInput,
  ChangeRoleInput,
  RemoveMemberInput,
  RevokeInvitationInput,
} from "@/core/projects/inputs";
import { action } from "@/server/action";
import * as invitations from "@/server/services/invitations";
import * as members from "@/server/services/members";

export const addMember = action(AddMemberInput, members.addMember);

export const changeRole = action(ChangeRoleInput, members.changeRole);

export const removeMember = action(RemoveMemberInput, members.removeMember);

export const revokeInvitation = action(
  RevokeInvitationInput,
  members.revokeInvitation,
);

export const acceptInvitation = action(
  AcceptInvitationInput,
  invitations.acceptInvitation,
);
