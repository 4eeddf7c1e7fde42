import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** A small label; as a filter in force (`on`) it has a cross that takes it off. */
export function Chip({
  children,
  on = false,
  onRemove,
  removeLabel,
}: {
  children: ReactNode;
  on?: boolean;
  onRemove?: () => void;
  removeLabel?: string;
}) {
  return (
    <span className={classNames("chip", on && "on")}>
      {children}
      {onRemove === undefined ? null : (
        <button type="button" className="off" aria-label={removeLabel ?? "Remove"} onClick={onRemove}>
          <Icon of={X} />
        </button>
      )}
    </span>
  );
}
