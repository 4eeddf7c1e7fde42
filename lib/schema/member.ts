import { z } from "zod";
import { ProjectRole } from "./actor.ts";
import { emailKey } from "./email-key.ts";

/** A password as NIST asks: length, not composition. The ceiling keeps hashing affordable. */
export const Password = z
  .string()
  .min(8, { error: "use at least 8 characters" })
  .max(128, { error: "use at most 128 characters" });

/** An e-mail address, NFKC-normalised before it is checked so that look-alikes of ASCII cannot pass as another's. */
export const EmailAddress = z
  .string()
  .max(254)
  .transform(emailKey)
  .pipe(z.email({ error: "is not an e-mail address" }));

export const PersonName = z.string().trim().min(1).max(80);

export const SetUpInput = z.strictObject({
  token: z.string().max(200),
  name: PersonName,
  email: EmailAddress,
  password: Password,
});
/** The token alone from somebody who is signed in; with name, e-mail and password it makes an account. */
export const AcceptInvitationInput = SetUpInput.partial({ name: true, email: true, password: true });

export const InviteInput = z.strictObject({ project: z.string(), role: ProjectRole, email: EmailAddress.nullish() });

export const MemberView = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  role: ProjectRole,
  owner: z.boolean(),
});
export type MemberView = z.infer<typeof MemberView>;
export const InvitationView = z.strictObject({
  id: z.uuid(),
  role: ProjectRole,
  email: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type InvitationView = z.infer<typeof InvitationView>;

export const CreateTokenInput = z.strictObject({
  project: z.string(),
  name: z.string().trim().min(1).max(80),
  role: ProjectRole,
});
export const TokenView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  role: ProjectRole,
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type TokenView = z.infer<typeof TokenView>;
