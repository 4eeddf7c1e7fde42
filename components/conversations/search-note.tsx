"use client";
import { useCallback, useState } from "react";
import { request } from "#components/api-client.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { usePoll } from "#components/use-poll.ts";

interface SearchProgress {
  complete: boolean;
  searchable: number;
  conversations: number;
}

/** Says how far the texts can be searched, while some cannot yet. Drawn only beside a search. */
export default function SearchNote({ base }: { base: string }) {
  const [progress, setProgress] = useState<SearchProgress | null>(null);
  const ask = useCallback(
    async (signal: AbortSignal) =>
      setProgress(await request<SearchProgress>("GET", `${base}/search-progress`, { signal })),
    [base],
  );
  usePoll(progress?.complete !== true, ask);
  if (progress === null || progress.complete) return null;
  return (
    <div className="browse-trouble">
      <Note role="status">
        Texts are still being made ready for the search: {formatCount(progress.searchable)} of{" "}
        {formatCount(progress.conversations)} are. Search again when all are.
      </Note>
    </div>
  );
}
