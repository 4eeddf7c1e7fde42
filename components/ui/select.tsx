import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export interface SelectOption {
  value: string;
  label: string;
}

/** The platform's own select: it knows every keyboard, screen reader and phone. Needs a label or an `aria-label`. */
export function Select({
  options,
  className,
  ...rest
}: { options: readonly SelectOption[] } & Omit<ComponentProps<"select">, "children">) {
  return (
    <select className={classNames("control", className)} {...rest}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
