import { door } from "#lib/door/door.ts";
import { mergeTags } from "#lib/services/merge-tags.ts";

export const POST = door(mergeTags);
