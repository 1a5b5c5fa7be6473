/** Roles in a project, from most to least. */
export const ROLES = [
  "owner",
  "reviewer",
  "translator",
  "commenter",
  "reader",
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: an account, as every service receives it first. */
export type Actor = {
  readonly accountId: string;
  readonly name: string;
  readonly instanceRole: "owner" | "member";
};

/** What is acted on: a project, seen through the actor's role in it (null: not a member). */
export type Subject = { readonly role: Role | null };

/** The one policy table: for each action in a project, the roles that may do it. */
const POLICY = {
  "project.read": ["owner", "reviewer", "translator", "commenter", "reader"],
  "project.edit": ["owner"],
  "project.delete": ["owner"],
  "members.read": ["owner", "reviewer", "translator", "commenter", "reader"],
  "members.edit": ["owner"],
  "document.import": ["owner", "reviewer", "translator"],
  "document.delete": ["owner"],
  "document.export": ["owner", "reviewer", "translator", "commenter", "reader"],
  "translation.edit": ["owner", "reviewer", "translator"],
  "translation.approve": ["owner", "reviewer"],
  "note.edit": ["owner", "reviewer", "translator"],
  "note.review": ["owner", "reviewer"],
  "glossary.edit": ["owner", "reviewer", "translator"],
  "glossary.approve": ["owner", "reviewer"],
  "edition.prepare": ["owner", "reviewer", "translator"],
  "edition.share": ["owner", "reviewer"],
  "edition.publish": ["owner", "reviewer"],
  "edition.withdraw": ["owner", "reviewer"],
  "bundle.export": ["owner", "reviewer", "translator", "commenter", "reader"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof POLICY;

export const ACTIONS = Object.keys(POLICY) as readonly Action[];

/** An edition as it is acted on: it outlives its project (null), and is nobody's role to act on then. */
export type EditionSubject = Subject & { readonly projectId: string | null };

/** Tells whether a role in a project allows an action. */
export function can(action: Action, subject: Subject): boolean {
  const roles: readonly Role[] = POLICY[action];
  return subject.role !== null && roles.includes(subject.role);
}

/** Tells whether somebody may withdraw an edition: one whose project is gone, who owns the instance. */
export function canWithdraw(
  { instanceRole }: Pick<Actor, "instanceRole">,
  edition: EditionSubject,
): boolean {
  return edition.projectId === null
    ? instanceRole === "owner"
    : can("edition.withdraw", edition);
}
