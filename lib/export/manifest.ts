import { z } from "zod";
import { ExportFormat } from "../schema/export.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { escapeSeparators } from "./json-text.ts";
import { LeftOut, LeftOutReason } from "./left-out.ts";
import { TroubleGroup } from "./validators/trouble.ts";

/**
 * What lies beside exported files and says what they are. It holds no time and no machine, so one state of a project
 * exported twice gives the same bytes.
 */
export const ExportManifest = z.strictObject({
  /** The version of this layout. */
  tessera: z.literal(1),
  project: z.strictObject({
    slug: z.string().min(1),
    name: z.string().min(1),
    /** What was written for Tessera to learn on, where it is that. */
    kind: z.enum(["practice", "sample"]).optional(),
  }),
  format: ExportFormat,
  /** The search that chose the conversations, as in the address of the page. */
  filter: z.record(z.string(), z.json()),
  /** The last event whose effect the files show. */
  eventNumber: z.int().min(0),
  /** Lines of the main file. With the counts of `leftOut` it makes the conversations the filter matched. */
  rows: z.int().min(0),
  leftOut: z.array(LeftOut),
  files: z.array(
    z.strictObject({
      name: z.string().min(1),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: "is not a SHA-256 in lower-case hex" }),
      rows: z.int().min(0),
    }),
  ),
  /** What the format's validator found in the written bytes. */
  validation: z.strictObject({ errors: z.array(TroubleGroup), warnings: z.array(TroubleGroup) }),
});
export type ExportManifest = z.infer<typeof ExportManifest>;

/**
 * The manifest as a JSON file, indented, LF, newline at the end. The order of keys and lists does not depend on the
 * order of the input, except for findings and ids, whose order is that of the export.
 * @throws ZodError when it is not a manifest
 */
export function toManifestText(manifest: ExportManifest): string {
  const parsed = ExportManifest.parse(manifest);
  const inOrder: ExportManifest = {
    ...parsed,
    filter: z.record(z.string(), z.json()).parse(JSON.parse(canonicalJson(parsed.filter))),
    leftOut: parsed.leftOut.toSorted((a, b) => reasonPlace(a.reason) - reasonPlace(b.reason)),
    files: parsed.files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
  return `${escapeSeparators(JSON.stringify(inOrder, null, 2))}\n`;
}

function reasonPlace(reason: LeftOutReason): number {
  return LeftOutReason.options.indexOf(reason);
}
