// biome-ignore-all format: one topic a line reads as the list it is
import type { Topic } from "#lib/schema/topic.ts";

/**
 * The default topic tree in list form, parents before children: four layers that go from what people hold dear to what
 * they do on ordinary and special days (16 + 8 + 6 + 8 = 38 topics). A project may rename, add and remove.
 * Source: named for Tessera; the value layer follows the ten basic values of Schwartz and the six dimensions of Hofstede.
 */
export const topics: readonly Topic[] = [
  { key: "human-values", parent: null, name: "Human values", aliases: ["values", "value layer", "cultural values"] },
  { key: "self-direction", parent: "human-values", name: "Self-direction: thinking and choosing for oneself", aliases: ["self-direction", "self direction", "autonomy", "independence"] },
  { key: "stimulation", parent: "human-values", name: "Stimulation: novelty and adventure", aliases: ["stimulation", "novelty", "adventure"] },
  { key: "hedonism", parent: "human-values", name: "Hedonism: enjoying life", aliases: ["hedonism", "pleasure", "enjoyment"] },
  { key: "achievement", parent: "human-values", name: "Achievement: success and ambition", aliases: ["achievement", "success", "ambition"] },
  { key: "power", parent: "human-values", name: "Power: status and influence", aliases: ["power", "status", "social status"] },
  { key: "security", parent: "human-values", name: "Security: safety and stability", aliases: ["security", "safety", "stability"] },
  { key: "conformity", parent: "human-values", name: "Conformity: restraint towards others’ expectations", aliases: ["conformity", "obedience"] },
  { key: "tradition", parent: "human-values", name: "Tradition: keeping what was handed down", aliases: ["tradition", "respect for tradition"] },
  { key: "benevolence", parent: "human-values", name: "Benevolence: care for those close by", aliases: ["benevolence", "loyalty", "caring"] },
  { key: "universalism", parent: "human-values", name: "Universalism: care for all people and nature", aliases: ["universalism", "tolerance"] },
  { key: "power-distance", parent: "human-values", name: "Hierarchy and equality", aliases: ["power distance", "hierarchy", "egalitarianism"] },
  { key: "individualism-collectivism", parent: "human-values", name: "Individual and group", aliases: ["individualism-collectivism", "individualism", "collectivism", "individualism vs collectivism"] },
  { key: "uncertainty-avoidance", parent: "human-values", name: "Dealing with the uncertain", aliases: ["uncertainty avoidance", "risk", "ambiguity"] },
  { key: "masculinity-femininity", parent: "human-values", name: "Competition and care", aliases: ["masculinity-femininity", "masculinity", "femininity", "motivation towards achievement and success"] },
  { key: "long-term-orientation", parent: "human-values", name: "Long view and short view", aliases: ["long-term orientation", "short-term orientation", "long term vs short term orientation", "thrift"] },
  { key: "indulgence-restraint", parent: "human-values", name: "Indulgence and restraint", aliases: ["indulgence-restraint", "indulgence", "restraint", "indulgence vs restraint"] },

  { key: "social-norms", parent: null, name: "Social norms", aliases: ["norms", "norm layer", "social norm"] },
  { key: "gender-roles", parent: "social-norms", name: "Roles of women and men", aliases: ["gender roles", "gender", "gender equality", "gender norms"] },
  { key: "respect-for-elders", parent: "social-norms", name: "Elders and respect", aliases: ["respect for elders", "elders", "age", "filial piety", "seniority"] },
  { key: "family-obligations", parent: "social-norms", name: "Duties within the family", aliases: ["family obligations", "family", "family duties", "kinship"] },
  { key: "justice-and-fairness", parent: "social-norms", name: "Justice and fairness", aliases: ["justice", "fairness", "equity"] },
  { key: "individual-rights", parent: "social-norms", name: "Rights and freedoms of a person", aliases: ["individual rights", "rights", "human rights", "freedom", "privacy"] },
  { key: "public-conduct-and-emotion", parent: "social-norms", name: "Conduct and feelings in public", aliases: ["public conduct", "public behaviour", "public behavior", "emotional expression", "public conduct and emotion"] },
  { key: "altruism-and-civic-duty", parent: "social-norms", name: "Helping others and civic duty", aliases: ["altruism", "civic duty", "volunteering", "charity", "altruism and civic duty"] },
  { key: "environment-and-nature", parent: "social-norms", name: "Environment and nature", aliases: ["environment", "nature", "animals", "ecology"] },

  { key: "behaviour-practices", parent: null, name: "Everyday practices", aliases: ["behaviour practices", "behavior practices", "behavioural practices", "behavioral practices", "practices", "behaviour", "behavior"] },
  { key: "social-relationships", parent: "behaviour-practices", name: "Friends, neighbours and partners", aliases: ["social relationships", "social relationship", "relationships", "friendship", "dating", "marriage"] },
  { key: "work-behaviour", parent: "behaviour-practices", name: "Working life", aliases: ["work behaviour", "work behavior", "work behaviours", "work behaviors", "work", "work life", "career"] },
  { key: "economic-behaviour", parent: "behaviour-practices", name: "Money, trade and saving", aliases: ["economic behaviour", "economic behavior", "economic behaviours", "economic behaviors", "economy", "money", "shopping", "consumption"] },
  { key: "education", parent: "behaviour-practices", name: "Learning and school", aliases: ["education", "school", "schooling", "learning", "upbringing"] },
  { key: "religion-and-life-rituals", parent: "behaviour-practices", name: "Faith and the rituals of life", aliases: ["religion", "religion and life rituals", "life rituals", "rituals", "religious practice", "weddings and funerals"] },
  { key: "communication-style", parent: "behaviour-practices", name: "Ways of speaking and listening", aliases: ["communication style", "communication", "conversation style", "language use"] },

  { key: "traditions-and-customs", parent: null, name: "Traditions and customs", aliases: ["customs", "traditions", "tradition layer", "tradition/customs", "tradition and customs"] },
  { key: "food", parent: "traditions-and-customs", name: "Food and drink", aliases: ["food", "cuisine", "drink", "cooking"] },
  { key: "dining-etiquette", parent: "traditions-and-customs", name: "Manners at table", aliases: ["dining etiquette", "table manners", "dining"] },
  { key: "holidays-and-festivals", parent: "traditions-and-customs", name: "Holidays and festivals", aliases: ["holidays", "festivals", "celebrations", "holidays/celebration/leisure"] },
  { key: "entertainment-and-arts", parent: "traditions-and-customs", name: "Arts, games and entertainment", aliases: ["entertainment and arts", "entertainment", "arts", "music", "sport", "sports", "leisure", "games"] },
  { key: "workplace-customs", parent: "traditions-and-customs", name: "Customs at the workplace", aliases: ["workplace customs", "workplace", "office customs", "business etiquette"] },
  { key: "greeting-and-courtesy", parent: "traditions-and-customs", name: "Greeting, visiting and courtesy", aliases: ["greeting", "greetings", "visiting", "courtesy", "politeness", "etiquette", "hospitality", "gift giving"] },
  { key: "clothing", parent: "traditions-and-customs", name: "Clothing and appearance", aliases: ["clothing", "dress", "clothes", "fashion", "appearance"] },
  { key: "travel-and-transport", parent: "traditions-and-customs", name: "Travel and getting about", aliases: ["travel", "transport", "transportation", "travel and transport", "commuting"] },
];
