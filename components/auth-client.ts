import { ApiProblem, problemOf } from "./api-client.ts";

async function post(path: string, body: unknown): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      credentials: "same-origin",
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem(0, "offline", "The studio cannot be reached. Check that it runs, then try again.");
  }
  if (response.ok) return;
  if (response.status === 429)
    throw new ApiProblem(429, "too_many", "Too many attempts from here. Wait a minute, then try again.");
  if (response.status === 401)
    throw new ApiProblem(401, "unauthenticated", "No account has this address and password. Check both.");
  throw problemOf(response.status, await response.json().catch(() => null));
}

/** Signs in; the session arrives as a cookie. Throws an ApiProblem worded for the reader. */
export function signIn(email: string, password: string): Promise<void> {
  return post("/sign-in/email", { email, password });
}

/** Ends the session of this browser. */
export function signOut(): Promise<void> {
  return post("/sign-out", {});
}
