import { door } from "#lib/door/door.ts";
import { createConnection, listConnections } from "#lib/services/connections.ts";

export const GET = door(listConnections);
export const POST = door(createConnection);
