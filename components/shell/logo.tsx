/** The mark: a T of stones on a bed of nine, its foot in gold. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg className="stones" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path fill="var(--ink)" d="M0 0h6v6H0zM7 0h6v6H7zM14 0h6v6h-6zM7 7h6v6H7z" />
      <path fill="var(--line)" d="M0 7h6v6H0zM14 7h6v6h-6zM0 14h6v6H0zM14 14h6v6h-6z" />
      <path fill="var(--gold)" d="M7 14h6v6H7z" />
      <path fill="var(--gold-facet)" d="M13 14v6H7z" />
    </svg>
  );
}
