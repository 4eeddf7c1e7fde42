import { door } from "#lib/auth/door.ts";
import { getRevision } from "#lib/services/get-revision.ts";

export const GET = door(getRevision);
