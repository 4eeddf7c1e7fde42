import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { KeyCap } from "./key-cap.tsx";

export type ButtonLook = "main" | "plain" | "bare";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `main` once per page; `bare` has no edge until hovered. */
  look?: ButtonLook;
  /** The legend of the key that does the same; shown first and announced as a shortcut. */
  keyCap?: string | undefined;
  keyUsed?: boolean;
  /** Waiting for an answer: one stone fills, further presses do nothing. */
  busy?: boolean;
  /** As wide as high, for an icon; needs an `aria-label`. */
  square?: boolean;
}

/** A button says what will happen and how much. */
export function Button({
  look = "plain",
  keyCap,
  keyUsed = false,
  busy = false,
  square = false,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames("button", look !== "plain" && look, square && "square", className)}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={keyCap}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <span className="filling" aria-hidden="true" /> : null}
      {keyCap === undefined ? null : <KeyCap used={keyUsed}>{keyCap}</KeyCap>}
      {children}
    </button>
  );
}
