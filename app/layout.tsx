import type { ReactNode } from "react";
import "./globals.css";

export const dynamic = "force-dynamic";
export const metadata = { title: { default: "Tessera", template: "%s · Tessera" }, description: "Curation studio for cultural conversation data" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
