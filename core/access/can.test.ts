import { describe, expect, test } from "vitest";
import {
  ACTIONS,
  can,
  canWithdraw,
  ROLES,
  type Action,
  type Role,
} from "./can";

// Written out again on purpose: a change of policy has to be made twice, knowingly.
const ALLOWED: Record<Action, string> = {
  "project.read": "owner reviewer translator commenter reader",
  "project.edit": "owner",
  "project.delete": "owner",
  "members.read": "owner reviewer translator commenter reader",
  "members.edit": "owner",
  "document.import": "owner reviewer translator",
  "document.delete": "owner",
  "document.export": "owner reviewer translator commenter reader",
  "translation.edit": "owner reviewer translator",
  "translation.approve": "owner reviewer",
  "note.edit": "owner reviewer translator",
  "note.review": "owner reviewer",
  "glossary.edit": "owner reviewer translator",
  "glossary.approve": "owner reviewer",
  "edition.prepare": "owner reviewer translator",
  "edition.share": "owner reviewer",
  "edition.publish": "owner reviewer",
  "edition.withdraw": "owner reviewer",
  "bundle.export": "owner reviewer translator commenter reader",
};

const rolesOf = (action: Action) => ALLOWED[action].split(" ");

describe.each(ACTIONS)("%s", (action) => {
  test.each(ROLES)(`is decided for a role: %s`, (role) => {
    expect(can(action, { role })).toBe(rolesOf(action).includes(role));
  });

  test("is refused to those who are not members", () => {
    expect(can(action, { role: null })).toBe(false);
  });
});

test("no role may do what a lesser role may not do and a greater role may not do either", () => {
  for (const action of ACTIONS) {
    const allowed = ROLES.map((role: Role) => can(action, { role }));
    // Roles are ordered from most to least: once refused, refused to all that follow.
    expect(allowed).toEqual([...allowed].sort((a, b) => Number(b) - Number(a)));
  }
});

test("whoever may do anything in a project may read it", () => {
  for (const role of ROLES) {
    if (ACTIONS.some((action) => can(action, { role }))) {
      expect(can("project.read", { role })).toBe(true);
    }
  }
});

describe("withdrawing an edition", () => {
  const OWNER = { instanceRole: "owner" } as const;
  const MEMBER = { instanceRole: "member" } as const;

  test.each([...ROLES, null])("is its project's to decide: %s", (role) => {
    const edition = { projectId: "a project", role };
    const isAllowed = can("edition.withdraw", { role });
    expect(canWithdraw(MEMBER, edition)).toBe(isAllowed);
    expect(canWithdraw(OWNER, edition)).toBe(isAllowed);
  });

  test("falls to who owns the instance once the project is gone", () => {
    const edition = { projectId: null, role: null };
    expect(canWithdraw(OWNER, edition)).toBe(true);
    expect(canWithdraw(MEMBER, edition)).toBe(false);
  });
});
