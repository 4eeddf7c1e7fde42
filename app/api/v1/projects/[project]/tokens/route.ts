import { door } from "#lib/door/door.ts";
import { createToken, listTokens } from "#lib/services/tokens.ts";

export const GET = door(listTokens);
export const POST = door(createToken);
