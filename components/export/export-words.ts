import type { ExportFormat } from "#lib/schema/export.ts";

/** What each format is for and what it leaves out, in a sentence each. */
export const exportFormats: Record<ExportFormat, { name: string; what: string; without: string }> = {
  "openai-chat": {
    name: "OpenAI chat",
    what: "One `messages` list a line, as the fine-tuning API of OpenAI and most tools read it.",
    without:
      "Only role and text: culture, scores and tags go to the side-car. Conversations without an answer are left out.",
  },
  trl: {
    name: "TRL conversational",
    what: "The `messages` layout that TRL and Hugging Face trainers read.",
    without:
      "Leaves nothing out. Id, culture, language and topic stand beside the messages; scores and tags go to the side-car.",
  },
  sharegpt: {
    name: "ShareGPT",
    what: "`conversations` of `human` and `gpt`, as Axolotl and LLaMA-Factory read it.",
    without:
      "A system text stands apart; what does not alternate or has no answer is left out. The rest goes to the side-car.",
  },
  alpaca: {
    name: "Alpaca",
    what: "`instruction`, `output` and the turns before as `history`.",
    without:
      "Pairs only: what does not end with an answer, or does not alternate, is left out. The rest goes to the side-car.",
  },
  tessera: {
    name: "Tessera, lossless",
    what: "Everything: turns, culture, topic, tags, scores, status and version.",
    without: "Leaves nothing out, and can be imported again. Training tools do not read it as it is.",
  },
};
