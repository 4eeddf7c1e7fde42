import { KeyCap } from "#components/ui/key-cap.tsx";
import { MeasureGlyph } from "#components/ui/measure-glyph.tsx";

/** Help in the same corner everywhere: the two measures, the keys of triage, the description of the API. */
export default function HelpMenu() {
  return (
    <>
      <dl className="space-y-2 py-1">
        <div>
          <dt className="flex items-center gap-2 font-medium">
            <MeasureGlyph measure="representativeness" />
            Representative
          </dt>
          <dd className="text-12 text-ink-3">How close a conversation stands to the middle of its own culture.</dd>
        </div>
        <div>
          <dt className="flex items-center gap-2 font-medium">
            <MeasureGlyph measure="distinctiveness" />
            Distinctive
          </dt>
          <dd className="text-12 text-ink-3">How far it stands from what other cultures say, place names aside.</dd>
        </div>
      </dl>
      <hr className="not-small mx-0!" />
      <p className="not-small py-1 font-medium">Keys in Triage</p>
      <ul className="not-small grid grid-cols-2 gap-1.5 pb-2 text-ink-2">
        {[
          ["A", "accept"],
          ["X", "reject"],
          ["E", "edit"],
          ["S", "skip"],
          ["T", "tag"],
          ["Z", "undo"],
        ].map(([key, word]) => (
          <li key={key} className="flex items-center gap-2">
            <KeyCap>{key ?? ""}</KeyCap>
            {word}
          </li>
        ))}
      </ul>
      <hr className="mx-0!" />
      <a className="inline-block py-1" href="/api/v1/openapi.json">
        Description of the API
      </a>
    </>
  );
}
