import type { Columns } from "./columns.ts";
import { statusBits } from "./marks.ts";

/** How many are accepted in each cell of culture × topic: at `culture code × number of topic codes + topic code`. One pass. */
export function acceptedByCell({ codes, names, length }: Columns): Uint32Array {
  const topics = names.topic.size;
  const counts = new Uint32Array(names.culture.size * topics);
  for (let place = 0; place < length; place++) {
    if (((codes.marks[place] ?? 0) & 3) !== statusBits.accepted) continue;
    const cell = (codes.culture[place] ?? 0) * topics + (codes.topic[place] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
