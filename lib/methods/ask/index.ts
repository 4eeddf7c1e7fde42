import { z } from "zod";
import { StudioError } from "../../errors.ts";
import { LanguageTag, Text } from "../../schema/conversation.ts";
import { CultureCode } from "../../schema/culture.ts";
import { defineMethod } from "../method.ts";
import { asData, fillPrompt } from "../prompt-text.ts";
import { prompts } from "./prompts.ts";

const Options = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        text: Text,
        topic: z.string().max(80).nullable().default(null),
        /** Siblings share it; made from the text where it is left out. */
        key: z.string().min(1).max(120).optional(),
      }),
    )
    .min(1)
    .max(20_000),
  cultures: z.array(CultureCode).min(1).max(200),
  /** How many answers of each culture to each question. */
  variants: z.int().min(1).max(20).default(1),
  /** Who speaks, besides being of the culture: "a grandmother in a small town". */
  persona: z.string().trim().max(300).default(""),
  /** `own`: the language most used in the culture; or one language for all. */
  language: z.union([z.literal("own"), LanguageTag]).default("own"),
  temperature: z.number().min(0).max(2).default(0.8),
  maxTokens: z.int().min(16).max(8_192).default(400),
});

const Payload = z.strictObject({
  question: z.int().min(0),
  culture: CultureCode,
  variant: z.int().min(0),
});

/** The questions themselves have no paper: it is the plainest way to have siblings. */
export const ask = defineMethod({
  id: "ask",
  title: "Ask each culture",
  summary: "Asks every question of every culture, so that each question has sibling answers.",
  paper: null,
  Options,
  Payload,
  roles: ["generator"],
  prompts,
  *plan({ questions, cultures, variants }, context) {
    const unknown = cultures.filter((code) => !context.cultures.has(code));
    if (unknown.length > 0)
      throw new StudioError("invalid", `The project has no culture ${unknown.join(", ")}.`, {
        fields: [{ field: "options.cultures", message: `does not know ${unknown.join(", ")}` }],
      });
    for (const [question, { text, topic }] of questions.entries()) {
      if (topic !== null && !context.topics.has(topic))
        throw new StudioError(
          "invalid",
          `Question ${question + 1} names the topic ${topic}, which the project does not have.`,
          {
            fields: [{ field: `options.questions.${question}.topic`, message: "is not a topic of the project" }],
          },
        );
      for (const culture of cultures)
        for (let variant = 0; variant < variants; variant++)
          yield { row: text.slice(0, 200), column: culture, payload: { question, culture, variant } };
    }
  },
  async make(
    { question: at, culture: code, variant },
    { questions, persona, language: wanted, temperature, maxTokens },
    context,
  ) {
    const question = questions[at];
    const culture = context.cultures.get(code);
    if (question === undefined || culture === undefined)
      return { drafts: [], note: "Its culture has left the project." };
    const language = wanted === "own" ? (culture.languages[0] ?? "en") : wanted;
    const template = context.promptText("answer");
    const reply = await context.ask({
      informant: { role: "generator", member: variant },
      messages: [
        {
          role: "system",
          content: fillPrompt(template.text, {
            culture: culture.name,
            demonym: culture.demonym,
            language,
            persona: persona === "" ? "" : `You are ${persona}.`,
          }),
        },
        { role: "user", content: [asData(question.text)] },
      ],
      sampling: { temperature, maxTokens },
      ordinal: variant,
      prompt: { name: "answer", revision: template.revision },
    });
    if (reply.outcome !== "ok") return { drafts: [], note: notes[reply.outcome] };
    const content = reply.text.trim();
    if (!Text.safeParse(content).success) return { drafts: [], note: "The answer is empty or cannot be stored." };
    return {
      drafts: [
        {
          culture: code,
          topic: question.topic,
          language,
          questionKey: question.key ?? null,
          turns: [
            { role: "user", content: question.text },
            { role: "assistant", content },
          ],
          metadata: { variant: variant + 1, ...(persona === "" ? {} : { persona }) },
        },
      ],
    };
  },
  estimate({ questions, cultures, variants, maxTokens }) {
    const calls = questions.length * cultures.length * variants;
    const asked = questions.reduce((sum, { text }) => sum + text.length + 500, 0) * cultures.length * variants;
    return { calls: { least: calls, most: calls }, characters: { input: asked, output: calls * maxTokens * 2 } };
  },
});

const notes = {
  refused: "The model refused.",
  truncated: "The answer was cut at the limit of tokens.",
  invalid: "The answer does not have the form that was asked for.",
  blocked: "The endpoint's filter held it back.",
} as const;
