import type { ReactNode } from "react";

export interface PlainNoticeProps {
  title: string;
  children: ReactNode;
  action: ReactNode;
}

/** One sentence and a way on, in place of a page: not found, broken. */
export function PlainNotice({
  title,
  children,
  action,
  heading: Heading,
}: PlainNoticeProps & { heading: "h1" | "h2" }) {
  return (
    <div className="look">
      <Heading className="font-display text-30 font-normal">{title}</Heading>
      <p className="mt-3 max-w-[60ch] text-ink-2">{children}</p>
      <div className="mt-6 flex flex-wrap gap-2">{action}</div>
    </div>
  );
}
