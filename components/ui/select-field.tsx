import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";
import { Select, type SelectOption } from "./select.tsx";

type Shared = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  fieldClassName?: string;
  options: readonly SelectOption[];
};

/** A choice of one among some, with its label. */
export function SelectField({
  label,
  hint,
  error,
  fieldClassName = "",
  options,
  ...rest
}: Shared & Omit<ComponentProps<"select">, "children">) {
  return (
    <Field label={label} hint={hint} error={error} className={fieldClassName}>
      {(control) => <Select options={options} {...rest} {...control} />}
    </Field>
  );
}
