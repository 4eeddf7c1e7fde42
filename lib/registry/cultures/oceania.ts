// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Oceania";

export const oceania = [
  {
    code: "au", kind: "country", name: "Australia", endonym: "Australia", demonym: "Australian", ownDemonym: "Australian",
    aliases: ["AUS", "Australian", "Aussie", "Commonwealth of Australia"],
    languages: ["en-AU"], zone, neighbours: ["nz", "gb", "us"],
    maskedWords: ["Sydney", "Melbourne", "Brisbane", "Perth", "Adelaide", "Canberra", "Australian dollar", "Aussie", "Down Under"],
  },
  {
    code: "fj", kind: "country", name: "Fiji", endonym: "Viti", demonym: "Fijian", ownDemonym: "Fijian",
    aliases: ["FJI", "Fijian", "Republic of Fiji", "फ़िजी"],
    languages: ["en", "fj", "hif"], zone, neighbours: ["ws", "maori", "in"],
    maskedWords: ["Suva", "Nadi", "Lautoka", "Labasa", "Viti Levu", "Fijian dollar", "iTaukei", "kai Viti"],
  },
  {
    code: "hawaiian", kind: "community", name: "Native Hawaiian", endonym: "Kānaka Maoli", demonym: "Native Hawaiian", ownDemonym: "Kanaka Maoli",
    aliases: ["Hawaiian", "Hawaiians", "Native Hawaiians", "Kānaka ʻŌiwi", "Hawaii", "Hawaiʻi"],
    languages: ["haw", "en-US"], zone, neighbours: ["us", "maori", "ws"],
    maskedWords: ["Honolulu", "Hilo", "Kailua", "Oʻahu", "Oahu", "Maui", "US dollar", "kamaʻāina", "Hawaiʻi nei"],
  },
  {
    code: "maori", kind: "community", name: "Māori", endonym: "Māori", demonym: "Māori", ownDemonym: "Māori",
    aliases: ["Maori", "Māori people", "Te iwi Māori", "Tangata whenua"],
    languages: ["mi", "en-NZ"], zone, neighbours: ["nz", "hawaiian", "ws", "fj"],
    maskedWords: ["Rotorua", "Tāmaki Makaurau", "Te Whanganui-a-Tara", "Kirikiriroa", "Tauranga", "Aotearoa", "tangata whenua", "te ao Māori"],
  },
  {
    code: "nz", kind: "country", name: "New Zealand", endonym: "Aotearoa New Zealand", demonym: "New Zealander", ownDemonym: "New Zealander",
    aliases: ["NZL", "New_Zealand", "New Zealander", "Kiwi", "Aotearoa"],
    languages: ["en-NZ", "mi"], zone, neighbours: ["au", "maori", "gb"],
    maskedWords: ["Auckland", "Tāmaki Makaurau", "Wellington", "Christchurch", "Ōtautahi", "Dunedin", "New Zealand dollar", "Kiwi", "Kiwis"],
  },
  {
    code: "ws", kind: "country", name: "Samoa", endonym: "Sāmoa", demonym: "Samoan", ownDemonym: "tagata Sāmoa",
    aliases: ["WSM", "Samoan", "Western Samoa", "Independent State of Samoa"],
    languages: ["sm", "en"], zone, neighbours: ["fj", "maori", "hawaiian"],
    maskedWords: ["Apia", "Salelologa", "Savaiʻi", "Savaii", "Upolu", "tālā", "faʻa Sāmoa", "Fa'asāmoa"],
  },
] satisfies readonly Culture[];
