/** Why no whole answer came. */
export type Fault =
  | "timeout"
  | "cancelled"
  | "unreachable"
  | "tls"
  | "reset"
  | "redirected"
  | "host-refused"
  | "too-large"
  | "not-utf8";

/**
 * One request and what came back, before anybody has read meaning into it. This is what is stored: the same exchange can be
 * classified again, by a later version too, without another request.
 */
export interface Exchange {
  /** The HTTP status; null when no answer began. */
  status: number | null;
  contentType: string;
  /** The headers that say when to ask again, by their lower-case names. */
  retryHeaders: Readonly<Record<string, string>>;
  /** The body as it came, or as much of it as came before the fault. */
  text: string;
  fault: Fault | null;
  /** From the start of the request to the end of the answer, in milliseconds. */
  latency: number;
}

/** The headers that an exchange keeps. */
export const retryHeaderNames = ["retry-after", "retry-after-ms"] as const;
