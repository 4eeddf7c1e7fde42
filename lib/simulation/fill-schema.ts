import { z } from "zod";
import type { Prompt } from "./read-prompt.ts";
import { writeText } from "./write-text.ts";

/** As much of JSON Schema as structured replies are described with. */
const Node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.json()).optional(),
  const: z.json().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
});

interface Filling {
  root: unknown;
  prompt: Prompt;
  seed: string;
  chance: () => number;
}

const deepest = 12;

/** A value that fits a JSON schema, with texts in character. What the schema does not say is chosen by `chance`. */
export function fillSchema(schema: unknown, filling: Omit<Filling, "root">, key = "reply"): z.core.util.JSONType {
  return fill(schema, { ...filling, root: schema }, key, 0);
}

function fill(schema: unknown, filling: Filling, key: string, depth: number): z.core.util.JSONType {
  const parsed = Node.safeParse(schema);
  if (!parsed.success || depth > deepest) return null;
  const node = parsed.data;
  const { chance } = filling;
  const choose = <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)];
  if (node.$ref !== undefined) return fill(refer(filling.root, node.$ref), filling, key, depth + 1);
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return choose(node.enum) ?? null;
  const either = node.anyOf ?? node.oneOf;
  if (either !== undefined) return fill(either[0], filling, key, depth + 1);
  const type = Array.isArray(node.type) ? node.type[0] : node.type;
  if (type === "object" || node.properties !== undefined)
    return Object.fromEntries(
      Object.entries(node.properties ?? {}).map(([name, inner]) => [
        name,
        fill(inner, filling, `${key}.${name}`, depth + 1),
      ]),
    );
  switch (type) {
    case "array": {
      const least = node.minItems ?? 1;
      const count = least + Math.floor(chance() * (Math.min(node.maxItems ?? least + 2, least + 2) - least + 1));
      return Array.from({ length: count }, (_, at) => fill(node.items ?? {}, filling, `${key}.${at}`, depth + 1));
    }
    case "integer":
    case "number": {
      const step = type === "integer" ? 1 : 1e-4;
      const least = node.minimum ?? (node.exclusiveMinimum === undefined ? undefined : node.exclusiveMinimum + step);
      const most = node.maximum ?? (node.exclusiveMaximum === undefined ? undefined : node.exclusiveMaximum - step);
      const low = least ?? Math.min(0, most ?? 0);
      const high = most ?? low + (type === "integer" ? 10 : 1);
      const value = low + chance() * (high - low);
      return type === "integer" ? Math.min(Math.floor(high), Math.ceil(value)) : Math.round(value * 1e4) / 1e4;
    }
    case "boolean":
      return chance() < 0.5;
    case "null":
      return null;
    default: {
      const text = writeText(filling.prompt, filling.seed, `${key}${chance()}`);
      return text.padEnd(node.minLength ?? 0, ` ${text}`).slice(0, node.maxLength);
    }
  }
}

function refer(root: unknown, reference: string): unknown {
  let at = root;
  for (const part of reference.replace(/^#\/?/, "").split("/").filter(Boolean)) {
    const step = part.replaceAll("~1", "/").replaceAll("~0", "~");
    at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
  }
  return at;
}
