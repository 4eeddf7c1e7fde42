import { type ReactNode, useId } from "react";

/** What the control inside a field must carry, so that its label, hint and error are read with it. */
interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Names the trouble and the mend. */
  error?: string | null | undefined;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** A label above, a hint below, the error below that. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null]
    .filter((part) => part !== null)
    .join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-12 text-ink-2">
        {label}
      </label>
      {children({
        id,
        "aria-describedby": describedBy === "" ? undefined : describedBy,
        "aria-invalid": error ? true : undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-12 text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-12 text-cinnabar">
          <svg className="stones mt-[3px]" width="10" height="10" viewBox="0 0 14 14" aria-hidden="true">
            <path className="refused-ring" d="M.5.5h13v13H.5z" />
            <path className="cross" d="M4 4l6 6M10 4l-6 6" />
          </svg>
          {error}
        </p>
      ) : null}
    </div>
  );
}
