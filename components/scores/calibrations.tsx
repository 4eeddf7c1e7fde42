"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { announce } from "#components/ui/announce.ts";
import { Button } from "#components/ui/button.tsx";
import { Day } from "#components/ui/day.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { Select } from "#components/ui/select.tsx";
import { useAct } from "#components/use-act.ts";
import { usePoll } from "#components/use-poll.ts";
import type { CalibrationChanged, CalibrationView } from "#lib/schema/calibration.ts";
import { againstWords, methodWords, type ScoresView } from "./score-words.ts";

type Act =
  | { kind: "fit"; method: string }
  | { kind: "on"; calibration: CalibrationView; before: string | null }
  | { kind: "off"; calibration: CalibrationView };

/** What the last act came to, and what takes it back. */
interface Done {
  words: string;
  back: Act | null;
}

const methods = [
  { value: "", label: "Method by the number of items" },
  { value: "isotonic", label: "Isotonic regression" },
  { value: "platt", label: "Logistic curve (Platt)" },
];

/** The versions of a calibration; a curator fits, switches on and off, and takes the last switch back. */
export function Calibrations({
  project,
  view,
  versions,
  items,
  shortage,
  shows,
  mayCalibrate,
  following,
}: {
  project: string;
  view: ScoresView;
  /** Those of the estimator, measure and culture in view, newest first. */
  versions: readonly CalibrationView[];
  items: number;
  /** Why nothing can be fitted, in words; null when it can. */
  shortage: string | null;
  /** Whether lists show this estimator's values, so that a switch changes what is seen. */
  shows: boolean;
  mayCalibrate: boolean;
  /** Whether lists are still to follow an earlier switch. */
  following: boolean;
}) {
  const router = useRouter();
  const [method, setMethod] = useState("");
  const [done, setDone] = useState<Done | null>(null);
  const [waiting, setWaiting] = useState(following);
  const active = versions.find((each) => each.active) ?? null;
  const { act, busy, problem } = useAct(
    useCallback(
      async (input: Act, idempotencyKey: string) => {
        const path = `/projects/${project}/calibrations`;
        if (input.kind === "fit") {
          const { estimator, measure, against, culture } = view;
          const body = {
            estimator,
            measure,
            against,
            culture,
            ...(input.method === "" ? {} : { method: input.method }),
          };
          const { calibration } = await request<CalibrationChanged>("POST", path, { body, idempotencyKey });
          setDone({
            words: `Version ${calibration.version} fitted to ${formatCount(calibration.items)} items. It changes nothing until it is on.`,
            back: null,
          });
          announce(`Version ${calibration.version} fitted`);
        } else {
          const { id } = input.calibration;
          const isOn = input.kind === "on";
          const { calibration, before } = await request<CalibrationChanged>(
            "POST",
            `${path}/${id}/${isOn ? "activate" : "deactivate"}`,
            { body: isOn ? { before: input.before } : {}, idempotencyKey },
          );
          const previous = isOn ? versions.find((each) => each.id === before) : undefined;
          setDone({
            words: `Version ${calibration.version} is ${isOn ? "on" : "off"}.`,
            back: !isOn
              ? { kind: "on", calibration, before: null }
              : previous === undefined
                ? { kind: "off", calibration }
                : { kind: "on", calibration: previous, before: calibration.id },
          });
          setWaiting(true);
          announce(`Version ${calibration.version} is ${isOn ? "on" : "off"}`);
        }
        router.refresh();
      },
      [project, view, versions, router],
    ),
  );
  const unheard = usePoll(
    waiting,
    useCallback(
      async (signal) => {
        const { showing } = await request<{ showing: boolean }>("GET", `/projects/${project}/scores`, { signal });
        if (showing) return;
        setWaiting(false);
        router.refresh();
      },
      [project, router],
    ),
  );
  return (
    <section aria-labelledby="calibration" className="mt-8">
      <h2 id="calibration" className="text-15">
        Calibration
      </h2>
      <p className="mb-3 max-w-[74ch] text-ink-2">
        A calibration turns raw scores into{" "}
        {view.against === "decisions" ? "the share that people accepted" : "the rating that people gave"} at such a
        score. Each fit is a version of its own and changes nothing until it is switched on; raw scores stay.
        {shows ? "" : " Lists show another estimator’s values here, so a switch changes nothing in them yet."}
      </p>
      {mayCalibrate ? (
        shortage === null ? (
          <div className="mb-3 flex flex-wrap items-center gap-2">
            <Button look="main" busy={busy} onClick={() => void act({ kind: "fit", method })}>
              Fit to {formatCount(items)} {view.against === "decisions" ? "decided" : "rated"}
            </Button>
            <Select
              aria-label="Method"
              className="w-64 max-w-full"
              options={methods}
              value={method}
              onChange={(event) => setMethod(event.target.value)}
            />
          </div>
        ) : (
          <div className="mb-3 max-w-[74ch]">
            <Note>
              Nothing can be fitted: {shortage}. It takes 50{" "}
              {view.against === "decisions" ? "decided items, 10 accepted and 10 rejected among them" : "rated items"}.
            </Note>
          </div>
        )
      ) : null}
      {versions.length === 0 ? (
        <p className="text-ink-3">No version yet.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable
        <section className="scores-scroll" tabIndex={0} aria-label="Versions">
          <table className="table agreement">
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">Method</th>
                <th scope="col" className="figure">
                  Items
                </th>
                <th scope="col" className="figure">
                  Brier, raw to calibrated
                </th>
                <th scope="col">Fitted</th>
                <th scope="col">State</th>
                {mayCalibrate ? (
                  <th scope="col">
                    <span className="unseen">Acts</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {versions.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <span className="n">{each.version}</span>
                  </th>
                  <td>
                    {methodWords[each.map.method]}
                    <span className="block text-12 text-ink-3">{againstWords[each.against].toLowerCase()}</span>
                  </td>
                  <td className="figure">
                    <span className="n">{formatCount(each.items)}</span>
                  </td>
                  <td className="figure">
                    <span className="n">{each.brierRaw.toFixed(3)}</span> to{" "}
                    <span className="n">{each.brierCalibrated.toFixed(3)}</span>
                  </td>
                  <td>
                    <Day at={each.createdAt} />
                    {each.createdBy === null ? null : (
                      <span className="block text-12 text-ink-3">
                        <bdi>{each.createdBy}</bdi>
                      </span>
                    )}
                  </td>
                  <td>{each.active ? (each.outdated ? "on, of an older version: changes nothing" : "on") : "off"}</td>
                  {mayCalibrate ? (
                    <td className="text-end">
                      <Button
                        look="bare"
                        busy={busy}
                        aria-label={`Switch version ${each.version} ${each.active ? "off" : "on"}`}
                        onClick={() =>
                          void act(
                            each.active
                              ? { kind: "off", calibration: each }
                              : { kind: "on", calibration: each, before: active?.id ?? null },
                          )
                        }
                      >
                        Switch {each.active ? "off" : "on"}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {versions.length === 0 ? null : (
        <p className="mt-2 max-w-[74ch] text-12 text-ink-3">
          Brier is the mean squared distance from what people said; that of calibrated values is measured on items left
          out of the fit, five parts in turn.
        </p>
      )}
      <div className="mt-2 flex min-h-8 flex-wrap items-center gap-3" role="status">
        {done === null ? null : <span>{done.words}</span>}
        {waiting ? <span className="text-ink-3">Lists follow…</span> : null}
        {done?.back ? (
          <Button look="bare" busy={busy} onClick={() => done.back && void act(done.back)}>
            Undo
          </Button>
        ) : null}
      </div>
      <ProblemNote problem={problem ?? unheard} />
    </section>
  );
}
