import type { SampleConversation } from "../sample-item.ts";
import { thanks } from "./thanks.ts";

/** The sample project: one question answered for many cultures, several of them in their own language. */
export const sampleConversations: readonly SampleConversation[] = thanks;
