import { door } from "#lib/door/door.ts";
import { createProject } from "#lib/services/create-project.ts";
import { listProjects } from "#lib/services/list-projects.ts";

export const GET = door(listProjects);
export const POST = door(createProject);
