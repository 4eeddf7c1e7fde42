import { door } from "#lib/door/door.ts";
import { testConnection } from "#lib/services/test-connection.ts";

export const POST = door(testConnection);
