import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** A project without conversations; the way to import some for those who may. */
export default function NoConversations({ importHref }: { importHref: string | null }) {
  return (
    <div className="look">
      <EmptyState
        action={
          importHref === null ? undefined : (
            <ButtonLink look="main" href={importHref}>
              Import a file
            </ButtonLink>
          )
        }
      >
        No conversations here yet. {importHref === null ? "Once a curator imports a file," : "Import a file, and"} each
        of its lines gets a row here with its scores.
      </EmptyState>
    </div>
  );
}
