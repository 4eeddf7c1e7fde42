import { CheckField } from "#components/ui/check-field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { oneOf } from "#lib/schema/choices.ts";
import type { EstimatorSettings } from "#lib/schema/project.ts";

type Run = EstimatorSettings["estimators"][number];
type Column = EstimatorSettings["representativenessEstimator"];

const runs: readonly { name: Run; label: string; hint: string }[] = [
  {
    name: "lexical",
    label: "Wording",
    hint: "Typicality and difference of words, within a language. Needs nothing but texts.",
  },
  { name: "siblings", label: "Siblings", hint: "Difference from other cultures’ answers to the same question." },
  {
    name: "embedding",
    label: "Embedding",
    hint: "Typicality and difference as an embedding model reads texts, across languages. Runs once a model for it is chosen under Connections.",
  },
];

const representative: readonly { value: Column; label: string }[] = [
  { value: "auto", label: "A panel where it has scored enough, else typicality of wording" },
  { value: "lexical", label: "Typicality of wording" },
  { value: "embedding", label: "Typicality by embedding" },
  { value: "panel", label: "A panel’s consensus" },
  { value: "human", label: "Importance as people rated it" },
];
const distinctive: readonly { value: Column; label: string }[] = [
  { value: "auto", label: "Siblings where the same question is asked elsewhere, else wording" },
  { value: "siblings", label: "Siblings only: other cultures’ answers to the same question" },
  { value: "lexical", label: "Difference of wording" },
  { value: "embedding", label: "Difference by embedding" },
  { value: "panel", label: "Difference from a panel" },
  { value: "human", label: "Distinctiveness as people rated it" },
];
const columns = [...new Set([...representative, ...distinctive].map(({ value }) => value))];

/** Which estimators run, and which of them lists show. Read the values back with `estimatorFieldsOf`. */
export function EstimatorFields({
  settings,
  errorOf,
}: {
  settings: EstimatorSettings;
  errorOf: (field: string) => string | null;
}) {
  return (
    <>
      <fieldset className="space-y-2">
        <legend className="mb-1 text-12 text-ink-2">Estimators that are run</legend>
        {runs.map(({ name, ...words }) => (
          <CheckField
            key={name}
            name="estimators"
            value={name}
            defaultChecked={settings.estimators.includes(name)}
            {...words}
          />
        ))}
        {errorOf("estimators") === null ? null : (
          <p role="alert" className="text-12 text-cinnabar">
            Choose at least one.
          </p>
        )}
      </fieldset>
      <SelectField
        label="Representativeness comes from"
        name="representativenessEstimator"
        defaultValue={settings.representativenessEstimator}
        options={representative}
        error={errorOf("representativenessEstimator")}
      />
      <SelectField
        label="Distinctiveness comes from"
        name="distinctivenessEstimator"
        defaultValue={settings.distinctivenessEstimator}
        options={distinctive}
        error={errorOf("distinctivenessEstimator")}
      />
    </>
  );
}

/** What the fields say now. */
export function estimatorFieldsOf(fields: FormData): EstimatorSettings {
  const chosen = new Set(fields.getAll("estimators"));
  const column = (name: string): Column => oneOf(columns, String(fields.get(name) ?? "")) ?? "auto";
  return {
    estimators: runs.filter(({ name }) => chosen.has(name)).map(({ name }) => name),
    representativenessEstimator: column("representativenessEstimator"),
    distinctivenessEstimator: column("distinctivenessEstimator"),
  };
}
