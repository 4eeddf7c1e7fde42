const size = 12;

/** Runs under way beside the icon of their page: a square ring that closes with them. Its words stand in the link's name. */
export function RunsRing({ share }: { share: number }) {
  const round = (size - 2) * 4;
  return (
    <svg className="runs-ring" width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <path className="bed" d={`M1 1h${size - 2}v${size - 2}h${2 - size}z`} />
      <path
        className="done"
        d={`M1 1h${size - 2}v${size - 2}h${2 - size}z`}
        strokeDasharray={`${Math.max(0.04, share) * round} ${round}`}
      />
    </svg>
  );
}
