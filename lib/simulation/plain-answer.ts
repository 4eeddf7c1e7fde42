/** A whole answer, as it is sent. */
export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const jsonHeaders = { "content-type": "application/json" };

/** The answer of a request that went well. */
export function answerWith(body: unknown): PlainAnswer {
  return { status: 200, headers: jsonHeaders, body: JSON.stringify(body) };
}

/** An error as the API words it. */
export function failWith(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): PlainAnswer {
  return {
    status,
    headers: { ...jsonHeaders, ...headers },
    body: JSON.stringify({ error: { message, type: code, code, param: null } }),
  };
}
