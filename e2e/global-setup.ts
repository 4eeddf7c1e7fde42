/** Starts one real studio for all journeys and tells them where it is; `fixtures.ts` reads it. */
import { rm } from "node:fs/promises";
import { newDataFolder, startStudio } from "./studio.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const data = await newDataFolder();
  const studio = await startStudio({ data, fresh: true });
  process.env.TESSERA_E2E_ADDRESS = studio.address;
  process.env.TESSERA_E2E_SET_UP_LINK = studio.setUpLink ?? "";
  process.env.TESSERA_E2E_DATA = data;
  return async () => {
    await studio.stop();
    await rm(data, { recursive: true, force: true });
  };
}
