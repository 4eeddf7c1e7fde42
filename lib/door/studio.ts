import { type Auth, createAuth } from "#lib/auth/auth.ts";
import { env, requireDatabaseUrl } from "#lib/env.ts";
import { StudioError } from "#lib/errors.ts";
import { openWorld, type World } from "#lib/world/world.ts";

/** The one world and the one door-keeper of a web process. */
export interface Studio {
  world: World;
  auth: Auth;
  /** Signs cookies and keys the hashes of requests. */
  secret: string;
}

declare global {
  var tesseraStudio: Studio | undefined;
}

/** Opens them at the first call. Kept on the global object: the bundler gives pages and routes copies of this module. */
export function studio(): Studio {
  globalThis.tesseraStudio ??= open();
  return globalThis.tesseraStudio;
}

function open(): Studio {
  const { data, origin, secret } = env();
  if (secret === null)
    throw new StudioError(
      "unavailable",
      "No secret to sign sessions with: set TESSERA_SECRET, or start Tessera with npm start.",
    );
  const world = openWorld({ databaseUrl: requireDatabaseUrl(), folder: data });
  return { world, auth: createAuth({ db: world.db, secret, origin }), secret };
}
