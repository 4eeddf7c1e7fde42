import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell.tsx";
import { read } from "#lib/door/read.ts";
import { getMe } from "#lib/services/get-me.ts";

export default async function HomeLayout({ children }: { children: ReactNode }) {
  const me = await read(getMe, {});
  return (
    <Shell person={{ id: me.userId, name: me.name, email: me.email }} project={null} icons={{}}>
      {children}
    </Shell>
  );
}
