import type { LucideIcon } from "lucide-react";

/** A Lucide icon cut our way: 16 px, thin, square ends. Decorative: the word stands beside it or in the control's name. */
export function Icon({ of: Shape, size = 16 }: { of: LucideIcon; size?: number }) {
  return <Shape className="icon" style={{ inlineSize: size, blockSize: size }} aria-hidden="true" focusable="false" />;
}
