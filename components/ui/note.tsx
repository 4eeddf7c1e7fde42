import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A remark beside the work; `trouble` marks what needs a person. Give it `role="alert"` when it appears after an act. */
export function Note({
  children,
  trouble = false,
  role,
}: {
  children: ReactNode;
  trouble?: boolean;
  role?: "alert" | "status";
}) {
  return (
    <div className={classNames("note", trouble && "trouble")} role={role}>
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
    </div>
  );
}
