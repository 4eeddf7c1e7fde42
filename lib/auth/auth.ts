import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { v7 } from "uuid";
import type { PrismaClient } from "#lib/db/generated/client.ts";
import { addressHeader } from "#lib/host/web/clean-headers.ts";

export interface AuthOptions {
  db: PrismaClient;
  /** Signs cookies; at least 32 bytes. */
  secret: string;
  /** The address people type; null on a laptop, where it is the loopback address they opened. */
  origin: string | null;
}

/**
 * E-mail and password with sessions in the database. No plug-ins, no open sign-up: accounts are made through the set-up
 * link and through invitations only. Attempts are limited per address here and per account in the door.
 */
export function createAuth({ db, secret, origin }: AuthOptions) {
  const secure = origin === null || origin.startsWith("https:");
  return betterAuth({
    appName: "Tessera",
    secret,
    baseURL: origin ?? "http://localhost",
    basePath: "/api/auth",
    // The door has already held the request's Host against what this server answers to.
    trustedOrigins: (request) => (request && origin === null ? [new URL(request.url).origin, ownOrigin(request)] : []),
    telemetry: { enabled: false },
    database: prismaAdapter(db, { provider: "postgresql" }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: {
      changeEmail: { enabled: false },
      additionalFields: { owner: { type: "boolean", input: false, required: false } },
    },
    session: { expiresIn: 14 * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: 30 } },
    },
    advanced: {
      database: { generateId: () => v7() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? "__Host-tessera-session" : "tessera-session",
          attributes: { httpOnly: true, sameSite: "lax", secure, path: "/" },
        },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // A person who was deactivated does not get a new session.
          before: async (session) => {
            const user = await db.user.findUnique({ where: { id: session.userId }, select: { deactivatedAt: true } });
            return user !== null && user.deactivatedAt === null;
          },
        },
      },
    },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;

function ownOrigin(request: Request): string {
  return `http://${request.headers.get("host") ?? "localhost"}`;
}
