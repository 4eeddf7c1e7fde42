import { z } from "zod";
import { projectRoles } from "./choices.ts";

/** Roles in a project, from least to most; each holds all rights of those before it. */
export const ProjectRole = z.enum(projectRoles);
export type ProjectRole = z.infer<typeof ProjectRole>;

/**
 * Who asks: a person with a session, a script with a token (tied to one project, never exceeding the token's
 * role), or the operator at the command line of the machine itself.
 */
export type Actor =
  | { kind: "person"; userId: string; name: string; owner: boolean }
  | {
      kind: "token";
      tokenId: string;
      userId: string;
      name: string;
      owner: boolean;
      role: ProjectRole;
      projectId: string;
    }
  | { kind: "operator"; userId: null; name: "operator" };
