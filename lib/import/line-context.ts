import type { LineNote } from "#lib/schema/import.ts";
import type { CanonicalLanguage } from "./canonical-language.ts";
import type { NoteCode } from "./codes.ts";
import { FieldPlan } from "./field-plan.ts";

/** What the reading of one file shares between its lines, and the notes of the line being read. */
export class LineContext {
  /** Which keys are which fields, worked out once for each key. */
  readonly fields = new FieldPlan();
  /** Languages as written and as kept: asking the language tables for each line would dominate reading. */
  readonly languages = new Map<string, CanonicalLanguage>();
  notes: LineNote[] = [];

  note(code: NoteCode, field: string | null, message: string): void {
    this.notes.push({ code, field, message });
  }

  /** The notes of the line that ends here; the next line begins with none. */
  takeNotes(): LineNote[] {
    const taken = this.notes;
    this.notes = [];
    return taken;
  }
}
