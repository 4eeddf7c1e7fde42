import type { ShellProject } from "#components/shell/shell-props.ts";
import type { PaletteCommand } from "./palette-command.ts";

const whole = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a query can be asked besides: a conversation by its id, or its words in all conversations. */
export function askCommands(
  project: ShellProject | null,
  query: string,
  go: (address: string) => void,
): PaletteCommand[] {
  const text = query.trim();
  if (project === null || text === "") return [];
  const base = `/projects/${project.slug}`;
  const id = text.toLowerCase();
  if (whole.test(id)) {
    return [
      {
        id: "open-conversation",
        title: "Open the conversation",
        detail: id,
        group: "go",
        run: () => go(`${base}/triage?item=${id}`),
      },
    ];
  }
  return [
    {
      id: "search-conversations",
      title: "Search the conversations",
      detail: text,
      group: "filter",
      run: () => go(`${base}/browse?search=${encodeURIComponent(text)}`),
    },
  ];
}
