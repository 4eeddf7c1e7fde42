import { door } from "#lib/door/door.ts";
import { createCulture } from "#lib/services/create-culture.ts";
import { listCultures } from "#lib/services/list-cultures.ts";

export const GET = door(listCultures);
export const POST = door(createCulture);
