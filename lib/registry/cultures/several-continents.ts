// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Several continents";

export const severalContinents = [
  {
    code: "portuguese-speaking-world", kind: "language-area", name: "Portuguese-speaking world", endonym: "lusofonia", demonym: "Lusophone", ownDemonym: "lusófono",
    aliases: ["Portuguese-speaking", "Portuguese-speaking countries", "Lusophone", "Lusophone world", "Lusosphere", "mundo lusófono"],
    languages: ["pt-BR", "pt-PT", "pt"], zone, neighbours: ["br", "pt", "ao", "mz"],
    maskedWords: ["São Paulo", "Rio de Janeiro", "Lisboa", "Lisbon", "Porto", "Luanda", "Maputo", "reais", "CPLP"],
  },
  {
    code: "spanish-speaking-world", kind: "language-area", name: "Spanish-speaking world", endonym: "mundo hispanohablante", demonym: "Hispanophone", ownDemonym: "hispanohablante",
    aliases: ["Spanish-speaking", "Spanish-speaking countries", "Hispanophone", "Hispanophone world", "Hispanosphere", "Hispanic world", "mundo hispano"],
    languages: ["es"], zone, neighbours: ["es", "mx", "latin-america", "ar"],
    maskedWords: ["Madrid", "Barcelona", "Ciudad de México", "Buenos Aires", "Bogotá", "Lima", "peso", "pesos", "hispano", "hispana"],
  },
] satisfies readonly Culture[];
