import type { ProjectRole } from "./actor.ts";

/**
 * Who may do what, in one place. `public` needs no account, `account` any account, `owner` the owner of the instance;
 * a project role means that role and all above it. Every route names one of these actions; a test holds the two together.
 */
export const permissions = {
  "instance.describe": "public",
  "account.set-up": "public",
  "account.sign-in": "public",
  "invitation.find": "public",
  "invitation.accept": "public",
  "account.read-own": "account",
  "connection.manage": "owner",
  "project.list": "account",
  "project.create": "account",
  "project.read": "viewer",
  "project.update": "admin",
  "project.remove": "admin",
  "project.restore": "admin",
  "conversation.list": "viewer",
  "conversation.read": "viewer",
  "conversation.claim": "annotator",
  "conversation.decide": "annotator",
  "conversation.edit": "annotator",
  "conversation.tag": "annotator",
  "conversation.undo": "annotator",
  "conversation.comment": "annotator",
  "conversation.judge": "annotator",
  "conversation.bulk": "curator",
  "history.read-own": "viewer",
  "view.list": "viewer",
  "view.save": "viewer",
  "vocabulary.read": "viewer",
  "vocabulary.edit": "curator",
  "import.read": "curator",
  "import.create": "curator",
  "import.commit": "curator",
  "score.read": "viewer",
  "score.start": "curator",
  "score.calibrate": "curator",
  "run.read": "viewer",
  "run.inspect": "curator",
  "run.create": "curator",
  "run.steer": "curator",
  "prompt.read": "viewer",
  "prompt.edit": "curator",
  "export.read": "curator",
  "export.create": "curator",
  "export.download": "curator",
  "model.read": "viewer",
  "model.assign": "admin",
  "member.list": "viewer",
  "member.manage": "admin",
  "token.manage": "admin",
  "audit.read": "admin",
} as const satisfies Record<string, "public" | "account" | "owner" | ProjectRole>;

export type Action = keyof typeof permissions;

const rank: Record<ProjectRole, number> = { viewer: 0, annotator: 1, curator: 2, admin: 3 };

/** Whether `role` holds all rights of `needed`. */
export function reaches(role: ProjectRole, needed: ProjectRole): boolean {
  return rank[role] >= rank[needed];
}
