/** A piece of SQL with its parameters kept apart. Only text written in this repository becomes SQL; values never do. */
export class Sql {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];

  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.texts = texts;
    this.values = values;
  }

  /** As node-postgres takes it, with parameters numbered from 1. */
  toQuery(): { text: string; values: unknown[] } {
    return { text: this.texts.reduce((text, part, index) => `${text}$${index}${part}`), values: [...this.values] };
  }
}

/** A query as a template: embedded `Sql` is spliced in, everything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const texts: string[] = [strings[0] ?? ""];
  const values: unknown[] = [];
  parts.forEach((part, index) => {
    const after = strings[index + 1] ?? "";
    if (part instanceof Sql) {
      texts[texts.length - 1] += part.texts[0] ?? "";
      texts.push(...part.texts.slice(1));
      values.push(...part.values);
      texts[texts.length - 1] += after;
    } else {
      texts.push(after);
      values.push(part);
    }
  });
  return new Sql(texts, values);
}

/** Joins pieces, for instance conditions with AND. */
export function join(pieces: readonly Sql[], separator: " AND " | ", "): Sql {
  const [first, ...rest] = pieces;
  if (!first) return new Sql([""], []);
  return rest.reduce(
    (joined, piece) => (separator === ", " ? sql`${joined}, ${piece}` : sql`${joined} AND ${piece}`),
    first,
  );
}
