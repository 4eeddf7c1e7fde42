/** The sign of a measure: a stone in the middle of its field (representative) or outside its corner (distinctive). */
export function MeasureGlyph({ measure }: { measure: "representativeness" | "distinctiveness" }) {
  return (
    <svg className="stones" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {measure === "representativeness" ? (
        <>
          <path className="hollow" d="M.5.5h13v13H.5z" />
          <path fill="var(--ink)" d="M5 5h4v4H5z" />
        </>
      ) : (
        <>
          <path className="hollow" d="M.5 4.5h9v9h-9z" />
          <path fill="var(--ink)" d="M10 0h4v4h-4z" />
        </>
      )}
    </svg>
  );
}
