/** Rows of the two shapes that the targets speak of: a question with its answer, and a six-turn dialogue. */
export type LineShape = "single" | "six-turn";

const cultures = ["jp", "kr", "cn", "in", "mx", "ng", "de", "br", "eg", "id"];
const words =
  "the guest host tea family elder gift house table meal rice bread talk listen wait enter leave bow greet thank offer refuse accept pour share cook dance sing pray rest work learn play early late often seldom never always polite quiet loud warm open closed near far old young".split(
    " ",
  );

/** A cheap repeatable stream of words: the benches must not spend their time on chance. */
function sentence(seed: number, length: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  let text = "";
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += `${index === 0 ? "" : " "}${words[state % words.length]}`;
  }
  return text;
}

/** The turns of row `index`: about 30 words a row for a single exchange, about 180 for a dialogue. */
export function turnsOf(index: number, shape: LineShape): { role: "user" | "assistant"; content: string }[] {
  const turns: { role: "user" | "assistant"; content: string }[] = [];
  const count = shape === "single" ? 2 : 6;
  for (let turn = 0; turn < count; turn++) {
    const asks = turn % 2 === 0;
    turns.push({
      role: asks ? "user" : "assistant",
      content: asks
        ? `Question ${index >> 3}.${turn}: ${sentence(index * 7 + turn, shape === "single" ? 9 : 18)}?`
        : sentence(index * 13 + turn, shape === "single" ? 20 : 42),
    });
  }
  return turns;
}

export function rowOf(index: number, shape: LineShape) {
  return {
    id: `row-${index}`,
    culture: cultures[index % cultures.length] ?? "jp",
    language: "en",
    source: "bench",
    topic: null,
    messages: turnsOf(index, shape),
  };
}

/** A file of `count` JSON lines, in chunks. */
export async function* fileOf(count: number, shape: LineShape): AsyncGenerator<Uint8Array, void, void> {
  for (let from = 0; from < count; from += 1_000) {
    let text = "";
    for (let index = from; index < Math.min(count, from + 1_000); index++)
      text += `${JSON.stringify(rowOf(index, shape))}\n`;
    yield Buffer.from(text);
  }
}
