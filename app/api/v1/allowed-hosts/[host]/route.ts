import { door } from "#lib/door/door.ts";
import { disallowHost } from "#lib/services/allowed-hosts.ts";

export const DELETE = door(disallowHost);
