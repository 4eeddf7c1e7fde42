import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Field } from "./field.tsx";

type Shared = { label: ReactNode; hint?: ReactNode; error?: string | null | undefined; fieldClassName?: string };

/** Several lines of text. */
export function TextAreaField({
  label,
  hint,
  error,
  fieldClassName = "",
  className,
  ...rest
}: Shared & ComponentProps<"textarea">) {
  return (
    <Field label={label} hint={hint} error={error} className={fieldClassName}>
      {(control) => (
        <textarea dir="auto" rows={4} {...rest} {...control} className={classNames("control", className)} />
      )}
    </Field>
  );
}
