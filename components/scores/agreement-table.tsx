import Link from "next/link";
import { CultureName } from "#components/ui/culture-name.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { formatScore } from "#components/ui/format-score.ts";
import type { Agreement } from "#lib/schema/agreement.ts";
import type { AgreementView } from "#lib/schema/calibration.ts";
import { type ScoresView, scoresHref, shortageWords } from "./score-words.ts";

/** How scores agree with people, culture by culture: figures with their intervals, or what is missing to say them. */
export function AgreementTable({
  project,
  found,
  view,
  hrefAt,
}: {
  project: string;
  found: AgreementView;
  view: ScoresView;
  /** Where lists show what is at or above a threshold; null where they show another estimator's values. */
  hrefAt: ((threshold: number, culture: string | null) => string) | null;
}) {
  const decided = view.against === "decisions";
  const rows: { code: string | null; name: React.ReactNode; agreement: Agreement }[] = [
    { code: null, name: "All cultures", agreement: found.all },
    ...found.cultures.map(({ code, name, endonym, language, agreement }) => ({
      code,
      name: <CultureName name={name} endonym={endonym} language={language} />,
      agreement,
    })),
  ];
  return (
    // Wide tables scroll within themselves, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable
    <section className="scores-scroll" tabIndex={0} aria-label="Agreement by culture">
      <table className="table agreement">
        <thead>
          <tr>
            <th scope="col">Culture</th>
            <th scope="col" className="figure">
              {decided ? "Decided" : "Rated"}
            </th>
            <th scope="col" className="figure">
              Rank correlation
            </th>
            {decided ? (
              <>
                <th scope="col" className="figure">
                  AUROC
                </th>
                <th scope="col" className="figure">
                  Suggested threshold
                </th>
                <th scope="col" className="figure">
                  Precision
                </th>
                <th scope="col" className="figure">
                  Recall
                </th>
                <th scope="col" className="figure">
                  F1
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, agreement }) => {
            const { items, accepted, shortage, rank, auroc, suggested } = agreement;
            return (
              <tr key={code ?? ""} aria-current={code === view.culture ? "true" : undefined}>
                <th scope="row">
                  <Link
                    className="py-1 text-ink no-underline hover:underline"
                    href={scoresHref(project, { ...view, culture: code })}
                    prefetch={false}
                  >
                    {name}
                  </Link>
                </th>
                <td className="figure">
                  <span className="n">{formatCount(items)}</span>
                  {accepted === null ? null : (
                    <span className="block text-12 text-ink-3">{formatCount(accepted)} accepted</span>
                  )}
                </td>
                {shortage !== null ? (
                  <td className="text-ink-3" colSpan={decided ? 6 : 1}>
                    {shortageWords(shortage)}
                  </td>
                ) : (
                  <>
                    <td className="figure">
                      {rank === null ? "–" : <Estimate value={rank.value} low={rank.low} high={rank.high} />}
                    </td>
                    {decided ? (
                      <>
                        <td className="figure">
                          {auroc === null ? "–" : <Estimate value={auroc.value} {...auroc.interval} />}
                        </td>
                        {suggested === null ? (
                          <td className="text-12 text-ink-3" colSpan={4}>
                            none: it may tell no more than chance
                          </td>
                        ) : (
                          <>
                            <td className="figure">
                              {hrefAt === null ? (
                                <span className="n">{formatScore(suggested.threshold)}</span>
                              ) : (
                                <Link
                                  href={hrefAt(suggested.threshold, code)}
                                  prefetch={false}
                                  aria-label={`Browse what scores ${formatScore(suggested.threshold)} or more`}
                                  className="inline-block py-1"
                                >
                                  <span className="n">{formatScore(suggested.threshold)}</span>
                                </Link>
                              )}
                            </td>
                            {[suggested.precision, suggested.recall, suggested.f1].map((share, index) => (
                              <td key={["precision", "recall", "f1"][index]} className="figure">
                                {share === null ? "–" : <Estimate value={share.value} {...share.interval} />}
                              </td>
                            ))}
                          </>
                        )}
                      </>
                    ) : null}
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** A figure with its 95 % interval below it. */
function Estimate({ value, low, high }: { value: number; low: number; high: number }) {
  return (
    <>
      <span className="n">{signed(value)}</span>
      <span className="block text-12 text-ink-3">
        <span className="n">{signed(low)}</span> to <span className="n">{signed(high)}</span>
      </span>
    </>
  );
}

function signed(value: number): string {
  return value < 0 ? `−${formatScore(-value)}` : formatScore(value);
}
