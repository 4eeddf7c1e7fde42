import Link from "next/link";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { CultureView } from "#lib/schema/project.ts";

/** The registry of the project: each entry opens its form. */
export function CultureTable({
  project,
  cultures,
  mayEdit,
}: {
  project: string;
  cultures: readonly CultureView[];
  mayEdit: boolean;
}) {
  const here = `/projects/${project}/settings?section=cultures`;
  return (
    <section aria-labelledby="cultures">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="cultures" className="text-15">
          {cultures.length} cultures
        </h2>
        {mayEdit ? <ButtonLink href={`${here}&culture=new`}>Add a culture</ButtonLink> : null}
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Culture</th>
            <th scope="col" className="not-small">
              Code
            </th>
            <th scope="col" className="not-small">
              Zone
            </th>
            <th scope="col" className="not-small">
              Languages
            </th>
            <th scope="col" className="figure">
              Conversations
            </th>
          </tr>
        </thead>
        <tbody>
          {cultures.map((culture) => (
            <tr key={culture.id}>
              <th scope="row" className="py-2">
                <Link href={`${here}&culture=${culture.id}`} className="py-1 text-ink" prefetch={false}>
                  <CultureName name={culture.name} endonym={culture.endonym} language={culture.languages[0] ?? "und"} />
                </Link>
              </th>
              <td className="not-small">
                <span className="mono">{culture.code}</span>
              </td>
              <td className="not-small text-ink-2">{culture.zone}</td>
              <td className="not-small">
                <span className="mono">{culture.languages.join(" ")}</span>
              </td>
              <td className="figure">
                <span className="n">{formatCount(culture.conversations)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
