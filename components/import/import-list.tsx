import Link from "next/link";
import { Day } from "#components/ui/day.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatBytes } from "#components/ui/format-bytes.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { type Mark, StatusMark } from "#components/ui/status-mark.tsx";
import type { ImportState } from "#lib/schema/import.ts";
import type { ImportView } from "#lib/schema/import-view.ts";
import { stateWords } from "./import-words.ts";

const marks: Record<ImportState, Mark> = {
  uploaded: "waiting",
  staging: "running",
  review: "pending",
  committing: "running",
  done: "accepted",
  refused: "rejected",
  failed: "rejected",
  cancelled: "skipped",
};

/** The project's imports, newest first. */
export function ImportList({
  project,
  imports,
  next,
}: {
  project: string;
  imports: readonly ImportView[];
  next: string | null;
}) {
  return (
    <section aria-labelledby="imports" className="min-w-0 border-line p-4 max-wide:border-t small:p-5 wide:border-s">
      <h2 id="imports" className="mb-3">
        Imports
      </h2>
      {imports.length === 0 ? (
        <EmptyState>Nothing here yet. Each file you import is listed here with what became of every row.</EmptyState>
      ) : (
        <ul className="border-t border-edge">
          {imports.map((item) => (
            <li
              key={item.id}
              className="relative flex min-h-(--row) flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 hover:bg-ground"
            >
              <Link
                className="min-w-0 flex-1 basis-50 py-0.5 font-medium text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
                href={`/projects/${project}/import/${item.id}`}
                prefetch={false}
                dir="auto"
              >
                {item.fileName}
              </Link>
              <StatusMark mark={marks[item.state]}>{stateWords[item.state]}</StatusMark>
              <span className="basis-full text-12 text-ink-3">
                <Day at={item.createdAt} />, {formatBytes(item.bytes)}
                {item.read === 0 ? null : (
                  <>
                    {": "}
                    {formatCount(item.inserted)} new, {formatCount(item.updated)} changed, {formatCount(item.unchanged)}{" "}
                    already here, {formatCount(item.rejected)} left out
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {next === null ? null : (
        <p className="mt-3">
          <Link href={`/projects/${project}/import?cursor=${next}`} prefetch={false}>
            Older imports
          </Link>
        </p>
      )}
    </section>
  );
}
