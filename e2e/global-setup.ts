/** Starts one real studio with an owner for all journeys and tells them where it is; `fixtures.ts` reads it. */
import { rm } from "node:fs/promises";
import { request } from "@playwright/test";
import { changeHeaders, ownerEmail, ownerName, password, signIn } from "./person.ts";
import { newDataFolder, startStudio } from "./studio.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const data = await newDataFolder();
  const studio = await startStudio({ data, fresh: true });
  const session = `${data}.owner.json`;
  await makeOwner(studio.address, studio.setUpLink ?? "", session);
  process.env.TESSERA_E2E_ADDRESS = studio.address;
  process.env.TESSERA_E2E_SET_UP_LINK = studio.setUpLink ?? "";
  process.env.TESSERA_E2E_DATA = data;
  process.env.TESSERA_E2E_OWNER = session;
  return async () => {
    await studio.stop();
    await rm(session, { force: true });
    await rm(data, { recursive: true, force: true });
  };
}

/** Makes the first account and keeps its session for all workers, so that they sign in once. */
async function makeOwner(address: string, setUpLink: string, session: string): Promise<void> {
  const client = await request.newContext({ baseURL: address });
  const token = new URL(setUpLink).searchParams.get("token");
  await client.post("/api/v1/setup", {
    data: { token, name: ownerName, email: ownerEmail, password },
    headers: changeHeaders(address),
  });
  await signIn(client, address, ownerEmail);
  await client.storageState({ path: session });
  await client.dispose();
}
