// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "North America";

export const northAmerica = [
  {
    code: "african-american", kind: "community", name: "African American", endonym: "African Americans", demonym: "African American", ownDemonym: "African American",
    aliases: ["African_American", "Black American", "Black Americans"],
    languages: ["en-US"], zone, neighbours: ["us", "jm", "ng"],
    maskedWords: ["Atlanta", "Harlem", "Detroit", "HBCU", "Juneteenth", "US dollar"],
  },
  {
    code: "ca", kind: "country", name: "Canada", endonym: "Canada", demonym: "Canadian", ownDemonym: "Canadian",
    aliases: ["CAN", "Canadian", "English Canada", "Anglo-Canadian", "Canadien"],
    languages: ["en-CA", "fr-CA"], zone, neighbours: ["us", "ca-qc", "gb", "au"],
    maskedWords: ["Toronto", "Vancouver", "Montreal", "Ottawa", "Calgary", "Canadian dollar", "loonie", "Great White North"],
  },
  {
    code: "ca-qc", kind: "region", name: "Quebec", endonym: "Québec", demonym: "Quebecer", ownDemonym: "Québécois",
    aliases: ["Quebec (Canada)", "Quebec, Canada", "Quebecer", "Quebecker", "Québécois", "French Canada", "French Canadian"],
    languages: ["fr-CA", "en-CA"], zone, neighbours: ["ca", "fr", "us"],
    maskedWords: ["Montréal", "Québec City", "Ville de Québec", "Laval", "Gatineau", "Sherbrooke", "dollar canadien", "Belle Province", "Québécoise"],
  },
  {
    code: "inuit", kind: "community", name: "Inuit", endonym: "ᐃᓄᐃᑦ", demonym: "Inuit", ownDemonym: "ᐃᓄᒃ",
    aliases: ["Inuk", "Inuit people", "Inuit Nunangat", "ᐃᓄᒃ"],
    languages: ["iu", "kl", "ikt"], zone, neighbours: ["ca", "dk", "sami"],
    maskedWords: ["Iqaluit", "ᐃᖃᓗᐃᑦ", "Nuuk", "Nunavut", "ᓄᓇᕗᑦ", "Nunavik", "ᓄᓇᕕᒃ", "Kalaallit Nunaat"],
  },
  {
    code: "navajo", kind: "community", name: "Navajo", endonym: "Diné", demonym: "Navajo", ownDemonym: "Diné",
    aliases: ["Dine", "Navajo Nation", "Navajo people", "Diné Bikéyah", "Naabeehó"],
    languages: ["nv", "en-US"], zone, neighbours: ["us", "mx"],
    maskedWords: ["Window Rock", "Tségháhoodzání", "Shiprock", "Tuba City", "Tó Naneesdizí", "Dinétah", "US dollar"],
  },
  {
    code: "us", kind: "country", name: "United States", endonym: "United States", demonym: "American", ownDemonym: "American",
    aliases: ["USA", "US", "U.S.", "U.S.A.", "United_States", "United States of America", "America", "American", "Americans", "Estados Unidos"],
    languages: ["en-US", "es"], zone, neighbours: ["ca", "gb", "au"],
    maskedWords: ["New York", "Los Angeles", "Chicago", "Houston", "Washington, D.C.", "US dollar", "USD", "Uncle Sam", "stateside"],
  },
] satisfies readonly Culture[];
