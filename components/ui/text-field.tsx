import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Field } from "./field.tsx";

type Shared = { label: ReactNode; hint?: ReactNode; error?: string | null | undefined; fieldClassName?: string };

/** One line of text. User text gets its direction from its own first letter. */
export function TextField({
  label,
  hint,
  error,
  fieldClassName = "",
  className,
  ...rest
}: Shared & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error} className={fieldClassName}>
      {(control) => (
        <input type="text" dir="auto" {...rest} {...control} className={classNames("control", className)} />
      )}
    </Field>
  );
}
