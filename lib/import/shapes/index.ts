import type { ColumnMapping, RecordShape } from "#lib/schema/import.ts";
import type { JsonRecord } from "../json-value.ts";
import { alpaca } from "./alpaca.ts";
import { mappedShape } from "./mapped.ts";
import { openAiChat } from "./openai-chat.ts";
import { questionAnswer } from "./question-answer.ts";
import type { Shape } from "./shape.ts";
import { shareGpt } from "./share-gpt.ts";
import { tessera } from "./tessera.ts";
import { trl } from "./trl.ts";

/** The shapes that are recognised, the most telling first: the first that recognises a record has it. */
export const shapes: readonly Shape[] = [tessera, openAiChat, shareGpt, alpaca, trl, questionAnswer];

/** The shape of that name; `mapped` needs the mapping. */
export function getShape(id: RecordShape, mapping: ColumnMapping | undefined): Shape {
  const shape = id === "mapped" ? mappedShape(mapping ?? {}) : shapes.find((candidate) => candidate.id === id);
  if (shape === undefined) throw new RangeError(`No shape is called ${id}`);
  return shape;
}

/** The shape of a file, judged by a sample: the one that most records have and at least half of them; null when none. */
export function recogniseShape(sample: readonly JsonRecord[]): Shape | null {
  const counts = new Map<Shape, number>();
  for (const record of sample) {
    const shape = shapes.find((candidate) => candidate.recognise(record));
    if (shape !== undefined) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  let best: Shape | null = null;
  for (const [shape, count] of counts) {
    if (count * 2 >= sample.length && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = shape;
  }
  return best;
}
