export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** Reaches the wire exactly as set; what is left out is left to the endpoint. */
export interface ChatSettings {
  temperature?: number;
  topP?: number;
  maxTokens?: number;
  seed?: number;
  stop?: readonly string[];
}

/** What one reply says, in exactly one of five kinds; whatever else happens is a failure of the call. */
export interface Reply {
  kind: "ok" | "refused" | "truncated" | "invalid" | "blocked";
  text: string;
  /** The model as the endpoint names it. */
  model: string | null;
  usage: { input: number; output: number } | null;
}
