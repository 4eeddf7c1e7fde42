"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { ProblemNote } from "#components/problem-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useAct } from "#components/use-act.ts";
import { connectionPresets } from "#lib/registry/connection-presets.ts";
import type { ConnectionView } from "#lib/schema/connection.ts";
import { connectionDefaults, connectionLimits } from "#lib/schema/connection-choices.ts";
import { modelsText, readHeaders, readModels } from "./models-text.ts";
import { RemoveConnection } from "./remove-connection.tsx";

/** Adds an endpoint, or changes one. `address` is where the list of them is. */
export function ConnectionForm({ address, connection }: { address: string; connection: ConnectionView | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(connection?.name ?? "");
  const [baseUrl, setBaseUrl] = useState(connection?.baseUrl ?? "");
  const saving = useAct(
    useCallback(
      async (body: object, idempotencyKey: string) => {
        if (connection === null) await request("POST", "/connections", { body, idempotencyKey });
        else await request("PATCH", `/connections/${connection.id}`, { body, idempotencyKey });
        router.push(address);
        router.refresh();
      },
      [connection, address, router],
    ),
  );
  const save = () => {
    if (form.current) void saving.act(bodyOf(new FormData(form.current), connection));
  };
  const allowing = useAct(
    useCallback(async (host: string, idempotencyKey: string) => {
      await request("POST", "/allowed-hosts", { body: { host }, idempotencyKey });
    }, []),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const choosePreset = (key: string) => {
    const preset = connectionPresets.find((each) => each.key === key);
    if (!preset) return;
    setBaseUrl(preset.baseUrl);
    if (name === "" || connectionPresets.some((each) => each.name === name)) setName(preset.name);
  };
  const { errorOf } = saving;
  const unlisted = errorOf("baseUrl")?.includes("not on the list") ? (URL.parse(baseUrl)?.host ?? null) : null;
  const modelTrouble = saving.problem?.fields.find(({ field }) => field.startsWith("models"))?.message;
  const headerTrouble = saving.problem?.fields.find(({ field }) => field.startsWith("headers"))?.message;
  return (
    <form ref={form} onSubmit={submit} className="space-y-4" autoComplete="off">
      <h2 className="text-15">{connection === null ? "Add a connection" : <bdi>{connection.name}</bdi>}</h2>
      {connection === null ? (
        <SelectField
          label="Start from"
          defaultValue=""
          options={[
            { value: "", label: "Any endpoint that speaks the OpenAI API" },
            ...connectionPresets.map(({ key, name: label }) => ({ value: key, label })),
          ]}
          hint="Fills in the address. Nothing is asked before you save and test."
          onChange={(event) => choosePreset(event.target.value)}
        />
      ) : null}
      <TextField
        label="Name"
        name="name"
        required
        maxLength={connectionLimits.nameCharacters}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errorOf("name")}
      />
      <TextField
        label="Address"
        name="baseUrl"
        required
        dir="ltr"
        inputMode="url"
        className="font-mono"
        value={baseUrl}
        onChange={(event) => setBaseUrl(event.target.value)}
        hint="Up to and with /v1 where the endpoint has one. Its host must be allowed."
        error={errorOf("baseUrl")}
      />
      {unlisted === null ? null : (
        <div className="space-y-2">
          <Button
            busy={allowing.busy}
            onClick={() => void allowing.act(unlisted).then((allowed) => (allowed ? save() : undefined))}
          >
            Allow requests to {unlisted} and save
          </Button>
          <ProblemNote problem={allowing.problem} />
        </div>
      )}
      <TextField
        label="Key"
        name="key"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        maxLength={connectionLimits.keyCharacters}
        hint={
          connection === null || connection.key === "none"
            ? "Leave it empty where none is asked for. It is kept sealed and never shown again."
            : connection.key === "kept"
              ? "One is kept. Leave it empty to keep it, or give another to replace it."
              : "The one that was kept cannot be read any more. Give it again."
        }
        error={errorOf("key")}
      />
      {connection === null || connection.key === "none" ? null : (
        <CheckField label="Take the key away" name="withoutKey" />
      )}
      <TextAreaField
        label="Models"
        name="models"
        rows={4}
        dir="ltr"
        className="font-mono"
        defaultValue={modelsText(connection?.models ?? [])}
        hint="One a line, as the endpoint names it; then, after commas, its context in tokens and the price in US dollars of a million tokens in and out. What a test lists need not be written down, except for its price."
        error={modelTrouble}
      />
      <fieldset className="grid items-start gap-4 small:grid-cols-2">
        <legend className="unseen">Limits</legend>
        <LimitField
          label="Requests at once"
          name="concurrency"
          required
          most={connectionLimits.concurrency}
          value={connection?.concurrency ?? connectionDefaults.concurrency}
          error={errorOf("concurrency")}
        />
        <LimitField
          label="Seconds for one answer"
          name="timeoutSeconds"
          required
          most={connectionLimits.timeoutSeconds}
          value={connection?.timeoutSeconds ?? connectionDefaults.timeoutSeconds}
          error={errorOf("timeoutSeconds")}
        />
        <LimitField
          label="Requests in a minute"
          name="requestsPerMinute"
          value={connection?.requestsPerMinute ?? null}
          error={errorOf("requestsPerMinute")}
        />
        <LimitField
          label="Tokens in a minute"
          name="tokensPerMinute"
          value={connection?.tokensPerMinute ?? null}
          error={errorOf("tokensPerMinute")}
        />
      </fieldset>
      <TextAreaField
        label="Further headers"
        name="headers"
        rows={2}
        dir="ltr"
        className="font-mono"
        hint={
          connection === null || connection.headerNames.length === 0
            ? "Name: value, one a line. Values are kept sealed like the key."
            : `Kept: ${connection.headerNames.join(", ")}. Leave it empty to keep them; what is written replaces them all.`
        }
        error={headerTrouble}
      />
      {connection === null || connection.headerNames.length === 0 ? null : (
        <CheckField label="Take the headers away" name="withoutHeaders" />
      )}
      {connection === null ? (
        <CheckField
          label="Simulated"
          name="simulated"
          hint="What it writes is marked as simulated for ever and stays out of exports unless asked for. This cannot be changed later."
        />
      ) : null}
      <ProblemNote problem={saving.problem} />
      <div className="flex flex-wrap gap-2">
        <Button look="main" type="submit" busy={saving.busy}>
          {connection === null ? "Add the connection" : "Save"}
        </Button>
        <ButtonLink href={address}>Back</ButtonLink>
      </div>
      {connection === null ? null : <RemoveConnection address={address} connection={connection} />}
    </form>
  );
}

function LimitField({
  label,
  name,
  value,
  required = false,
  most,
  error,
}: {
  label: string;
  name: string;
  value: number | null;
  required?: boolean;
  most?: number;
  error: string | null;
}) {
  return (
    <TextField
      label={label}
      name={name}
      type="number"
      dir="ltr"
      min={1}
      max={most}
      required={required}
      defaultValue={value ?? ""}
      hint={required ? undefined : "Empty for no limit."}
      error={error}
    />
  );
}

/** What a form says, without the secrets that were left as they are. */
function bodyOf(fields: FormData, connection: ConnectionView | null): object {
  const field = (name: string) => String(fields.get(name) ?? "").trim();
  const count = (name: string) => (field(name) === "" ? null : Number(field(name)));
  const key = fields.has("withoutKey") ? { key: null } : field("key") === "" ? {} : { key: field("key") };
  const headers = fields.has("withoutHeaders")
    ? { headers: {} }
    : field("headers") === ""
      ? {}
      : { headers: readHeaders(field("headers")) };
  return {
    name: field("name"),
    baseUrl: field("baseUrl"),
    models: readModels(field("models")),
    concurrency: count("concurrency"),
    timeoutSeconds: count("timeoutSeconds"),
    requestsPerMinute: count("requestsPerMinute"),
    tokensPerMinute: count("tokensPerMinute"),
    ...key,
    ...headers,
    ...(connection === null ? { simulated: fields.has("simulated") } : { expectedVersion: connection.version }),
  };
}
