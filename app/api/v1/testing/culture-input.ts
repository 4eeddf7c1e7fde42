/** What it takes to make a culture. */
export const cultureInput = (code: string) => ({
  code,
  kind: "community" as const,
  name: code,
  endonym: code,
  demonym: code,
  ownDemonym: code,
  aliases: [],
  languages: ["en"],
  zone: "Test",
  neighbours: [],
  maskedWords: [],
});
