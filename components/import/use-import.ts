"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { announce } from "#components/ui/announce.ts";
import { useAct } from "#components/use-act.ts";
import { usePoll } from "#components/use-poll.ts";
import type { ColumnMapping, LabelChoice, RecordShape } from "#lib/schema/import.ts";
import type { ImportPreview, ImportView } from "#lib/schema/import-view.ts";
import { stateWords } from "./import-words.ts";

export interface ImportChange {
  shape?: RecordShape;
  mapping?: ColumnMapping;
  labels?: Record<string, LabelChoice>;
  newCultures?: ImportView["newCultures"];
}

const moving: readonly ImportView["state"][] = ["uploaded", "staging", "committing"];

/** One import and what may be done to it; while a worker has it, the page asks every second how far it is. */
export function useImport(project: string, first: ImportPreview) {
  const router = useRouter();
  const [preview, setPreview] = useState(first);
  const path = `/projects/${project}/imports/${first.import.id}`;
  const load = useCallback(
    async (signal?: AbortSignal) => {
      const found = await request<ImportPreview>("GET", path, signal ? { signal } : {});
      setPreview(found);
      return found;
    },
    [path],
  );
  const unheard = usePoll(
    moving.includes(preview.import.state),
    useCallback(
      async (signal) => {
        const found = await load(signal);
        if (moving.includes(found.import.state)) return;
        announce(`${found.import.fileName}: ${stateWords[found.import.state]}`);
        // The rail counts conversations.
        router.refresh();
      },
      [load, router],
    ),
  );
  const change = useAct(
    useCallback(
      async (body: ImportChange, idempotencyKey: string) => {
        await request<ImportView>("PATCH", path, { body, idempotencyKey });
        await load();
      },
      [path, load],
    ),
  );
  const move = useAct(
    useCallback(
      async (verb: "commit" | "cancel", idempotencyKey: string) => {
        await request<ImportView>("POST", `${path}/${verb}`, { body: {}, idempotencyKey });
        await load();
      },
      [path, load],
    ),
  );
  return { preview, change, move, unheard };
}
