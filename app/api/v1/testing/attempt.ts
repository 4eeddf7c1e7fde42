import type { World } from "#lib/world/world.ts";

/** One well-formed request: whoever may do it gets 200. Made anew for each attempt, since a change is made once. */
export interface Attempt {
  path: string;
  body?: unknown;
}

/** By route, how somebody asks so that the request itself is right. */
export type Attempts = Record<string, (asker: string | null) => Promise<Attempt>>;

/** The project that is asked about. */
export interface Ground {
  world: World;
  slug: string;
  id: string;
}
