/** How models begin when they will not. Only looked for at the start of short texts, so that a story about a refusal is none. */
const refusals =
  /^\W*(i['’]?m (very |really )?sorry|i am sorry|sorry|i apologi[sz]e|unfortunately)?[,.!]?\s*(but )?(i|we) (can['’]?t|cannot|can not|won['’]?t|will not|am unable to|['’]?m unable to|am not able to|['’]?m not able to)\b|^\W*as an ai\b|^\W*(lo siento|je suis désolée?|es tut mir leid|desculpe|mi dispiace|申し訳(ありません|ございません)|抱歉|对不起|對不起|죄송합니다|извините|آسف|عذر)/iu;
const shortText = 400;

/** Whether a text reads like a refusal in prose: a guess by its first words, for texts of up to 400 characters. */
export function readsLikeRefusal(text: string): boolean {
  return text.length <= shortText && refusals.test(text.trim());
}

const instructions =
  /\b(ignore|disregard|forget)\b[^.\n]{0,40}\b(previous|prior|above|earlier|all)\b[^.\n]{0,20}\b(instruction|prompt|rule|message)s?\b|\byou are now\b|\b(system|developer) (prompt|message)\b|\b(give|score|rate|rated?)\b[^.\n]{0,40}\b(10|ten|100|maximum|highest|full)\b[^.\n]{0,12}\b(score|points?|mark|rating|out of)\b|\bscore (of )?(10|100)\b|<\|im_(start|end)\|>|\[\/?INST\]|<<SYS>>|^#{1,4} ?(system|instruction)s?\b/imu;

/** Whether a text holds something that reads like an instruction to a model. A guess, to be shown to people and never acted upon. */
export function readsLikeInstruction(text: string): boolean {
  return instructions.test(text);
}

/** So much of a prompt in one piece is no coincidence; in characters. */
const echoLength = 160;

/** Whether a text repeats a long piece of a prompt, or all of a shorter one. O(length of both × pieces). */
export function echoes(text: string, prompt: string): boolean {
  const plain = (each: string) => each.replace(/\s+/g, " ").trim();
  const [said, asked] = [plain(text), plain(prompt)];
  if (asked.length < 40) return false;
  if (asked.length <= echoLength) return said.includes(asked);
  for (let at = 0; at + echoLength <= asked.length; at += echoLength / 2)
    if (said.includes(asked.slice(at, at + echoLength))) return true;
  return false;
}

/** A text shorter than this says too little about its language; in letters. */
const fewLetters = 12;

/**
 * Whether a text is in the script that a language is written in: at least half of its letters are. Says nothing of languages that
 * share a script, and true where the language or the text tells too little.
 */
export function isInScriptOf(text: string, language: string): boolean {
  const script = scriptOf(language);
  const pattern = script === null ? null : scriptPattern(script);
  const letters = text.match(/\p{L}/gu) ?? [];
  if (pattern === null || letters.length < fewLetters) return true;
  const share = (of: RegExp) => letters.filter((letter) => of.test(letter)).length / letters.length;
  if (share(pattern) < 0.5) return false;
  if (script === "Jpan") return share(kana) > 0;
  return (script !== "Hans" && script !== "Hant") || share(kana) < 0.1;
}

function scriptOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().script ?? null;
  } catch {
    return null;
  }
}

const kana = /[\p{Script=Hira}\p{Script=Kana}]/u;
const several: Record<string, string> = {
  Jpan: "\\p{Script=Hani}\\p{Script=Hira}\\p{Script=Kana}",
  Kore: "\\p{Script=Hang}\\p{Script=Hani}",
  Hans: "\\p{Script=Hani}",
  Hant: "\\p{Script=Hani}",
};

function scriptPattern(script: string): RegExp | null {
  try {
    return new RegExp(`[${several[script] ?? `\\p{Script=${script}}`}]`, "u");
  } catch {
    return null;
  }
}
