import { RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { News } from "./use-news.ts";

/** What came since the list was read; it waits until it is asked for, so that no row moves under the cursor. */
export function NewsButton({ news, onRefresh }: { news: News; onRefresh: () => void }) {
  const words = newsWords(news);
  return (
    <span role="status" className="news">
      {words === null ? null : (
        <Button look="bare" keyCap="R" data-command="refresh" onClick={onRefresh}>
          <Icon of={RefreshCw} />
          {words}
        </Button>
      )}
    </span>
  );
}

/** `12 new, 3 changed`; null when there is no news. So many that counting stops there are told with a plus. */
export function newsWords({ added, changed }: News): string | null {
  const parts = [added > 0 ? `${many(added)} new` : null, changed > 0 ? `${many(changed)} changed` : null];
  return parts.filter((part) => part !== null).join(", ") || null;
}

function many(count: number): string {
  return count >= 1000 ? `${formatCount(1000)}+` : formatCount(count);
}
