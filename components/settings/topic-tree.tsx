"use client";

import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { plural } from "#components/ui/plural.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { TopicView } from "#lib/schema/project.ts";
import { listOf } from "./list-text.ts";
import { Opening } from "./opening.tsx";
import { useVocabulary } from "./use-vocabulary.ts";

/** Layers with their topics. Renaming keeps what was filed; an entry that holds nothing can be deleted. */
export function TopicTree({
  project,
  topics,
  mayEdit,
}: {
  project: string;
  topics: readonly TopicView[];
  mayEdit: boolean;
}) {
  const { act, busy, problem } = useVocabulary(project);
  const layers = topics.filter((topic) => topic.parent === null);
  const add = (parent: TopicView | null) => (fields: FormData) => {
    const name = String(fields.get("name") ?? "").trim();
    return act({
      method: "POST",
      path: "topics",
      body: { name, parent: parent?.id ?? null, aliases: listOf(String(fields.get("aliases") ?? "")) },
      done: `${name} added`,
    });
  };
  const change = (topic: TopicView) => (fields: FormData) => {
    const name = String(fields.get("name") ?? "").trim();
    const body = { expectedVersion: topic.version, name, aliases: listOf(String(fields.get("aliases") ?? "")) };
    return act({ method: "PATCH", path: `topics/${topic.id}`, body, done: `${name} saved` });
  };
  const row = (topic: TopicView, holds: boolean) => (
    <div className="flex min-h-(--row) flex-wrap items-center gap-x-3">
      <span className={holds ? "font-semibold" : ""} dir="auto">
        {topic.name}
      </span>
      <span className="me-auto text-12 text-ink-3">
        {topic.conversations === 0 ? "" : plural(topic.conversations, "conversation")}
      </span>
      {mayEdit ? (
        <>
          {topic.conversations === 0 && !holds ? (
            <Button
              look="bare"
              busy={busy}
              aria-label={`Delete ${topic.name}`}
              onClick={() => void act({ method: "DELETE", path: `topics/${topic.id}`, done: `${topic.name} deleted` })}
            >
              Delete
            </Button>
          ) : null}
          <Opening button="Edit" label={`Edit ${topic.name}`} busy={busy} submit="Save" save={change(topic)}>
            <TopicFields topic={topic} />
          </Opening>
        </>
      ) : null}
    </div>
  );
  return (
    <section aria-labelledby="topics">
      <h2 id="topics" className="mb-2 text-15">
        {plural(layers.length, "layer")}, {plural(topics.length - layers.length, "topic")}
      </h2>
      <ProblemNote problem={problem} />
      {topics.length > 0 ? null : (
        <p className="mb-3 text-ink-3">
          {mayEdit
            ? "No topics yet. Add a layer, then the topics in it; imports file by their names."
            : "No topics yet. A curator adds them here."}
        </p>
      )}
      <ul className="border-t border-edge">
        {layers.map((layer) => {
          const own = topics.filter((topic) => topic.parent === layer.key);
          return (
            <li key={layer.id} className="border-b border-edge py-2">
              {row(layer, own.length > 0)}
              <ul className="ms-5 border-s border-line ps-4">
                {own.map((topic) => (
                  <li key={topic.id} className="border-b border-line last:border-0">
                    {row(topic, false)}
                  </li>
                ))}
                {mayEdit ? (
                  <li>
                    <Opening
                      button="Add a topic"
                      label={`Add a topic to ${layer.name}`}
                      busy={busy}
                      submit="Add the topic"
                      save={add(layer)}
                    >
                      <TopicFields topic={null} />
                    </Opening>
                  </li>
                ) : null}
              </ul>
            </li>
          );
        })}
      </ul>
      {mayEdit ? (
        <div className="mt-3">
          <Opening button="Add a layer" busy={busy} submit="Add the layer" save={add(null)}>
            <TopicFields topic={null} />
          </Opening>
        </div>
      ) : null}
    </section>
  );
}

function TopicFields({ topic }: { topic: TopicView | null }) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={topic?.name} required maxLength={120} />
      <TextAreaField
        label="Aliases"
        name="aliases"
        rows={2}
        defaultValue={topic?.aliases.join("\n")}
        hint="Other names under which imports mention it, one a line."
      />
    </>
  );
}
