"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  /** Without it the box needs an `aria-label`. */
  children?: ReactNode;
  /** Some but not all. */
  indeterminate?: boolean;
}

/** A square box; its hit area is 26 px, or the whole line with its label. */
export function Checkbox({ children, indeterminate = false, className, ...rest }: CheckboxProps) {
  const box = (
    <input
      type="checkbox"
      className={classNames("checkbox", className)}
      ref={(element) => {
        if (element) element.indeterminate = indeterminate;
      }}
      {...rest}
    />
  );
  if (children === undefined) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
    <label className="flex min-h-7 items-center gap-2">
      {box}
      <span>{children}</span>
    </label>
  );
}
