import Link from "next/link";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { shareStones } from "#components/ui/share-stones.ts";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { StoneStrip } from "#components/ui/stone-strip.tsx";

export interface CultureCounts {
  code: string;
  name: string;
  endonym: string;
  language: string;
  accepted: number;
  pending: number;
  rejected: number;
}

const longest = 50;

/** Cultures as rows of stones on one scale, so that lengths compare: the longest row has fifty at most. */
export function CultureStones({ project, cultures }: { project: string; cultures: readonly CultureCounts[] }) {
  const most = Math.max(1, ...cultures.map(({ accepted, pending, rejected }) => accepted + pending + rejected));
  const scale = Math.ceil(most / longest);
  return (
    <section aria-labelledby="cultures">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="cultures" className="text-15">
          {scale === 1 ? "One stone is one conversation" : `One stone is ${formatCount(scale)} conversations`}
        </h2>
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-3">
          <StatusMark mark="accepted" size={12}>
            accepted
          </StatusMark>
          <StatusMark mark="rejected" size={12}>
            rejected
          </StatusMark>
          <StatusMark mark="pending" size={12}>
            pending
          </StatusMark>
        </div>
      </div>
      <table className="table culture-stones">
        <thead>
          <tr>
            <th scope="col">Culture</th>
            <th scope="col">Stones</th>
            <th scope="col" className="figure">
              Accepted
            </th>
            <th scope="col" className="figure">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {cultures.map(({ code, name, endonym, language, accepted, pending, rejected }) => {
            const counts = [accepted, rejected, pending];
            const total = accepted + rejected + pending;
            const present = counts.filter((count) => count > 0).length;
            const [full = 0, crossed = 0, hollow = 0] = shareStones(
              counts,
              Math.max(present, Math.round(total / scale)),
            );
            return (
              <tr key={code}>
                <th scope="row">
                  <Link
                    className="py-1 text-ink no-underline hover:underline"
                    href={`/projects/${project}/browse?culture=${code}`}
                    prefetch={false}
                  >
                    <CultureName name={name} endonym={endonym} language={language} />
                  </Link>
                </th>
                <td>
                  <StoneStrip
                    exact
                    size={8}
                    columns={longest}
                    label={`${formatCount(accepted)} accepted, ${formatCount(rejected)} rejected, ${formatCount(pending)} pending`}
                    parts={[
                      { state: "accepted", count: full, word: "accepted" },
                      { state: "rejected", count: crossed, word: "rejected" },
                      { state: "pending", count: hollow, word: "pending" },
                    ]}
                  />
                </td>
                <td className="figure">
                  <b className="n font-medium">{formatCount(accepted)}</b>
                </td>
                <td className="figure text-ink-3">
                  <span className="n">{formatCount(total)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
