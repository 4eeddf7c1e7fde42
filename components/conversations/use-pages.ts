"use client";
import { useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import type { ConversationPage, ConversationRow } from "#lib/schema/conversation-view.ts";

interface Pages {
  first: ConversationPage;
  rows: readonly ConversationRow[];
  next: string | null;
}

/**
 * The loaded rows of a list: the first page as the server gave it, further pages as they are asked for. A new first
 * page starts anew; an answer that belongs to an older one is let go.
 */
export function usePages(first: ConversationPage, pathOf: (cursor: string) => string) {
  const [pages, setPages] = useState<Pages>({ first, rows: first.rows, next: first.next });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [loading, setLoading] = useState(false);
  const asked = useRef<string | null>(null);
  const current = pages.first === first ? pages : { first, rows: first.rows, next: first.next };
  if (pages.first !== first) setPages(current);

  async function loadMore(): Promise<void> {
    const { next } = current;
    if (next === null || asked.current === next) return;
    asked.current = next;
    setLoading(true);
    setTrouble(null);
    try {
      const page = await request<ConversationPage>("GET", pathOf(next));
      setPages((held) =>
        held.first === first && held.next === next
          ? { first, rows: [...held.rows, ...page.rows], next: page.next }
          : held,
      );
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      asked.current = null;
      setLoading(false);
    }
  }

  return { rows: current.rows, hasMore: current.next !== null, loading, trouble, loadMore };
}
