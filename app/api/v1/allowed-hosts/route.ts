import { door } from "#lib/door/door.ts";
import { allowHost, listAllowedHosts } from "#lib/services/allowed-hosts.ts";

export const GET = door(listAllowedHosts);
export const POST = door(allowHost);
