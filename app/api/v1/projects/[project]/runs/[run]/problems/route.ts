import { door } from "#lib/door/door.ts";
import { listRunProblems } from "#lib/services/runs/list-run-problems.ts";

export const GET = door(listRunProblems);
