/** One line of the palette: somewhere to go, or something to do. */
export interface PaletteCommand {
  id: string;
  title: string;
  /** Other words people have for it; found, never shown. */
  words?: readonly string[];
  /** Shown at the end of the line, in small: a project's name, a culture's endonym. */
  detail?: string;
  /** The key that does the same, as `parseBinding` reads it. */
  key?: string;
  group: "here" | "go" | "filter" | "studio";
  run: () => void;
}
