import { door } from "#lib/auth/door.ts";
import { mergeTags } from "#lib/services/merge-tags.ts";

export const POST = door(mergeTags);
