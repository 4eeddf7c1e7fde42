import { CultureName } from "#components/ui/culture-name.tsx";
import { formatScore } from "#components/ui/format-score.ts";
import { Note } from "#components/ui/note.tsx";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { NearText, NearTexts } from "#lib/schema/conversation-view.ts";

/** The texts most like this one at home and abroad: each opens where it stands, and leads to its own card. */
export function NearSection({
  near,
  hrefOf,
}: {
  /** Null where they have not been looked for yet. */
  near: NearTexts | null;
  /** The address of a conversation's card. */
  hrefOf: (id: string) => string;
}) {
  return (
    <section className="measure near" aria-label="Nearest texts">
      <div className="measure-head">
        <h2>Nearest texts</h2>
      </div>
      {near === null ? (
        <p>Not computed yet. Neighbours are looked for when the project is scored.</p>
      ) : (
        <>
          {near.stale ? <Note>Stale: these were near the text as it was before.</Note> : null}
          {near.compared === 0 ? null : (
            <p>
              {near.sameIn === 0
                ? `Nothing in ${near.compared === 1 ? "the other culture" : `the ${near.compared} other cultures`} compared says the same.`
                : `Says the same in ${near.sameIn} of ${near.compared} other ${near.compared === 1 ? "culture" : "cultures"}.`}
            </p>
          )}
          <NearList title="In the same culture" texts={near.home} hrefOf={hrefOf} />
          <NearList title="In other cultures" texts={near.abroad} hrefOf={hrefOf} abroad />
        </>
      )}
    </section>
  );
}

function NearList({
  title,
  texts,
  hrefOf,
  abroad = false,
}: {
  title: string;
  texts: readonly NearText[];
  hrefOf: (id: string) => string;
  abroad?: boolean;
}) {
  return (
    <>
      <h3>{title}</h3>
      {texts.length === 0 ? (
        <p>None that could be compared.</p>
      ) : (
        <ul>
          {texts.map(({ id, similarity, culture, language, question, answer }) => (
            <li key={id}>
              <details>
                <summary>
                  <span className="n">
                    <span className="unseen">Likeness </span>
                    {formatScore(similarity)}
                  </span>
                  {abroad ? <CultureName {...culture} /> : null}
                  <ScriptText lang={language} fit="row" as="span">
                    {question}
                  </ScriptText>
                </summary>
                <div className="near-text">
                  <ScriptText lang={language} voice="ask">
                    {question}
                  </ScriptText>
                  {answer === "" ? (
                    <p>Nobody has answered it yet.</p>
                  ) : (
                    <ScriptText lang={language}>{answer}</ScriptText>
                  )}
                  <a href={hrefOf(id)}>Open its card</a>
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
