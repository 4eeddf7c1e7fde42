/** The files of an export by what they are; each name is also that of the file in the data folder, after the export's id. */
export function exportFileNames(slug: string, format: string) {
  return {
    data: `${slug}.${format}.jsonl`,
    sideCar: `${slug}.${format}.metadata.jsonl`,
    manifest: `${slug}.${format}.manifest.json`,
  };
}
