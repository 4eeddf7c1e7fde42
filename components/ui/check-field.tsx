import { type ComponentProps, type ReactNode, useId } from "react";

/** A box to tick, with what it means in a sentence below its label. */
export function CheckField({
  label,
  hint,
  ...input
}: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<"input">, "type" | "id" | "className">) {
  const id = useId();
  return (
    <div className="grid grid-cols-[16px_minmax(0,1fr)] items-baseline gap-x-3">
      <input
        {...input}
        id={id}
        type="checkbox"
        className="checkbox translate-y-0.5"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id} className="cursor-pointer py-1">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="col-start-2 text-12/4.5 text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
