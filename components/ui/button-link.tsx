import Link from "next/link";
import type { ComponentProps } from "react";
import type { ButtonLook } from "./button.tsx";
import { classNames } from "./class-names.ts";

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  look = "plain",
  className,
  ...rest
}: ComponentProps<typeof Link> & { look?: ButtonLook }) {
  return <Link className={classNames("button", look !== "plain" && look, className)} prefetch={false} {...rest} />;
}
