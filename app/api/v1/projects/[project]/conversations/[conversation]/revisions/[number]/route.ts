import { door } from "#lib/door/door.ts";
import { getRevision } from "#lib/services/get-revision.ts";

export const GET = door(getRevision);
