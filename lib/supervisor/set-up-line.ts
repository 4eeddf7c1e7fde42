/**
 * The line with the one-time link to make the first account, or null once there is one. Loads the services only when they are
 * needed, which is on the first start.
 *
 * @param origin what the link begins with
 */
export async function setUpLine({
  databaseUrl,
  folder,
  origin,
}: {
  databaseUrl: string;
  folder: string;
  origin: string;
}): Promise<string | null> {
  const { openWorld } = await import("#lib/world/world.ts");
  const { createSetupLink } = await import("#lib/services/create-setup-link.ts");
  const world = openWorld({ databaseUrl, folder, connections: 1 });
  try {
    const path = await createSetupLink(world);
    return path === null ? null : `Make the first account here: ${origin}${path}`;
  } finally {
    await world.close();
  }
}
