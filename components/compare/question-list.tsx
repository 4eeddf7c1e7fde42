"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { request } from "#components/api-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { plural } from "#components/ui/plural.ts";
import { ScriptText } from "#components/ui/script-text.tsx";
import type { QuestionPage } from "#lib/schema/comparison.ts";
import { compareAddress } from "./compare-address.ts";
import { emptyCompare, formatCompare } from "./compare-state.ts";
import "./question-list.css";

/** The questions of a project, searchable, with how many cultures answer each. */
export function QuestionList({
  project,
  first,
  search,
  mayImport,
}: {
  project: string;
  first: QuestionPage;
  /** What the first page was searched for. */
  search: string;
  mayImport: boolean;
}) {
  const base = `/projects/${project}`;
  const [page, setPage] = useState(first);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sought, setSought] = useState(search);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setPage(first);
    setSought(search);
  }, [first, search]);

  async function ask(words: string, cursor: string | null) {
    setBusy(true);
    setTrouble(null);
    try {
      const query = new URLSearchParams({
        ...(words === "" ? {} : { search: words }),
        ...(cursor === null ? {} : { cursor }),
      });
      const found = await request<QuestionPage>("GET", `${base}/questions?${query}`);
      setPage((now) => (cursor === null ? found : { rows: [...now.rows, ...found.rows], next: found.next }));
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  function find(words: string) {
    setSought(words);
    const query = formatCompare({ ...emptyCompare, search: words });
    window.history.replaceState(null, "", `${window.location.pathname}${query === "" ? "" : `?${query}`}`);
    void ask(words, null);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    find(field.current?.value.trim() ?? "");
  }

  if (page.rows.length === 0 && sought === "") {
    return (
      <div className="look">
        <EmptyState
          action={
            mayImport ? (
              <ButtonLink look="main" href={`${base}/import`}>
                Import a file
              </ButtonLink>
            ) : undefined
          }
        >
          No question has answers yet. Conversations of different cultures that share a question key, or begin with the
          same question, stand side by side here.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="look compare-questions">
      <search>
        <form onSubmit={onSubmit} className="compare-search">
          <Icon of={Search} />
          <input
            ref={field}
            type="search"
            className="control"
            aria-label="Search the questions"
            placeholder="Words of question or answer, or a key"
            dir="auto"
            maxLength={200}
            defaultValue={sought}
          />
          <Button type="submit" busy={busy}>
            Search
          </Button>
        </form>
      </search>
      {trouble === null ? null : (
        <p role="alert" className="text-cinnabar">
          {trouble}
        </p>
      )}
      {page.rows.length === 0 ? (
        <p className="py-6 text-ink-2">
          No question has these words.{" "}
          <Button
            look="bare"
            onClick={() => {
              if (field.current) field.current.value = "";
              find("");
            }}
          >
            Show all questions
          </Button>
        </p>
      ) : (
        <ul aria-label="Questions">
          {page.rows.map((row) => (
            <li key={row.key}>
              <Link prefetch={false} href={compareAddress(project, row.key)}>
                <ScriptText as="span" lang={row.language} voice="ask">
                  {row.text}
                </ScriptText>
              </Link>
              <p>
                <span className={row.cultures > 1 ? "text-ink" : "text-ink-3"}>{plural(row.cultures, "culture")}</span>
                {row.answers > row.cultures ? <span>{plural(row.answers, "answer")}</span> : null}
                {row.topic === null ? null : <bdi>{row.topic.name}</bdi>}
                <bdi className="mono compare-key">{row.key}</bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
      {page.next === null ? null : (
        <Button busy={busy} onClick={() => void ask(sought, page.next)}>
          More questions
        </Button>
      )}
    </div>
  );
}
