import type { FocusEvent } from "react";

/** Closes an open popover when the focus goes on to what lies behind it: left open, it would cover what has the focus. */
export function leavePopover({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover();
}
