import type { ReactNode } from "react";
import { Bed } from "#components/account/bed.tsx";
import { Logo } from "#components/shell/logo.tsx";

export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-cols-1 grid-rows-[120px_1fr] small:grid-cols-[2fr_3fr] small:grid-rows-1 wide:grid-cols-2">
      <aside aria-label="The cultures" className="max-h-dvh min-w-0 small:sticky small:top-0">
        <Bed />
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0 border-line small:border-s">
        <div className="mx-auto flex min-h-full max-w-[400px] flex-col justify-center px-4 py-10 small:px-8">
          <div className="mb-8 flex items-center gap-2.5 text-15 font-semibold">
            <Logo />
            Tessera
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
