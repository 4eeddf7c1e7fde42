import Link from "next/link";
import { Note } from "#components/ui/note.tsx";

/** What stands in place of a figure that would tell an annotator what the project keeps until they have decided. */
export function MapHidden({ project, scores }: { project: string; scores: boolean }) {
  return (
    <Note>
      This project keeps {scores ? "scores" : "cultures"} from annotators until they have decided, and this figure would
      tell them of single conversations.{" "}
      <Link href={`/projects/${project}/map?tab=coverage`} prefetch={false}>
        Coverage
      </Link>{" "}
      tells of none.
    </Note>
  );
}
