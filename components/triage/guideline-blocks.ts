/** One block of a guideline. Text only: nothing in it is ever read as markup of the page. */
export type GuidelineBlock =
  | { kind: "heading"; level: 3 | 4; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] };

const heading = /^(#{1,6})\s+(\S.*)$/;
const bullet = /^\s*[-*•]\s+(\S.*)$/;
const numbered = /^\s*\d{1,3}[.)]\s+(\S.*)$/;

/**
 * The blocks of a guideline as people write them in a plain field: lines with `#` are headings, lines with `-`, `*`, `•`
 * or a number are lists, other lines that stand together are a paragraph. Signs inside a line stay as written.
 */
export function guidelineBlocks(text: string): GuidelineBlock[] {
  const blocks: GuidelineBlock[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const last = open ? blocks.at(-1) : undefined;
    const block = blockOf(line);
    open = line.trim() !== "";
    if (block === null) continue;
    if (block.kind === "paragraph" && last?.kind === "paragraph") last.text += `\n${block.text}`;
    else if (block.kind === "paragraph" && last?.kind === "list" && /^\s/.test(line)) addToLast(last.items, block.text);
    else if (block.kind === "list" && last?.kind === "list" && last.ordered === block.ordered)
      last.items.push(...block.items);
    else blocks.push(block);
  }
  return blocks;
}

function blockOf(line: string): GuidelineBlock | null {
  const text = line.trim();
  if (text === "") return null;
  const [, signs, title] = heading.exec(text) ?? [];
  if (signs !== undefined && title !== undefined)
    return { kind: "heading", level: signs.length <= 1 ? 3 : 4, text: title };
  const item = bullet.exec(line)?.[1];
  if (item !== undefined) return { kind: "list", ordered: false, items: [item] };
  const step = numbered.exec(line)?.[1];
  if (step !== undefined) return { kind: "list", ordered: true, items: [step] };
  return { kind: "paragraph", text };
}

/** An indented line goes on with the item above it. */
function addToLast(items: string[], text: string): void {
  items.push(`${items.pop() ?? ""} ${text}`.trim());
}
