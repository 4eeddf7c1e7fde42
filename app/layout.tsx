import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import {
  densityCookie,
  densityOf,
  hiddenCharactersCookie,
  hiddenCharactersOf,
  themeCookie,
  themeOf,
} from "#components/shell/look.ts";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { latinPlexSans } from "./latin-plex-sans.ts";
import "./fonts.ts";
import "./globals.css";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Tessera", template: "%s · Tessera" },
  description: "Curation studio for cultural conversation data",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const kept = await cookies();
  return (
    <html
      lang="en"
      className={latinPlexSans.variable}
      data-theme={themeOf(kept.get(themeCookie)?.value)}
      data-density={densityOf(kept.get(densityCookie)?.value)}
      data-hidden-characters={hiddenCharactersOf(kept.get(hiddenCharactersCookie)?.value)}
      suppressHydrationWarning
    >
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        {children}
        <LiveRegion />
      </body>
    </html>
  );
}
