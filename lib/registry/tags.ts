// biome-ignore-all format: one tag a line reads as the list it is
import type { Tag } from "#lib/schema/tag.ts";

/**
 * The tag vocabulary a new project starts from, parents before children: facets of culture, harms, doubts about validity,
 * and where a claim comes from. A project may rename, merge, add and retire.
 * Source: written for Tessera.
 */
export const tags: readonly Tag[] = [
  { key: "value", parent: null, kind: "facet", name: "Value", description: "Shows what people hold to be good, important or worth striving for." },
  { key: "value-belonging", parent: "value", kind: "facet", name: "Belonging", description: "Shows what it means to be part of a family, a group or a place." },
  { key: "value-dignity", parent: "value", kind: "facet", name: "Honour and face", description: "Shows how standing before others is gained, kept, lost or restored." },
  { key: "value-hierarchy", parent: "value", kind: "facet", name: "Hierarchy and equality", description: "Shows how rank, age or office is heeded or set aside." },
  { key: "value-generosity", parent: "value", kind: "facet", name: "Generosity", description: "Shows what people owe each other in giving, sharing and hosting." },
  { key: "value-sacredness", parent: "value", kind: "facet", name: "The sacred", description: "Shows what is held sacred and how that shapes a choice." },

  { key: "norm", parent: null, kind: "facet", name: "Norm", description: "Shows what is expected, permitted or out of place, whether spoken or not." },
  { key: "norm-address", parent: "norm", kind: "facet", name: "Forms of address", description: "Shows which names, titles, pronouns or honorifics people use for one another." },
  { key: "norm-refusal", parent: "norm", kind: "facet", name: "Refusal and acceptance ritual", description: "Shows how an offer, a gift or an invitation is properly declined or accepted." },
  { key: "norm-indirectness", parent: "norm", kind: "facet", name: "Said and unsaid", description: "Shows what is hinted at, left silent or said plainly, and how it is understood." },
  { key: "norm-reciprocity", parent: "norm", kind: "facet", name: "Favours and reciprocity", description: "Shows how favours, gifts and debts of thanks are returned." },
  { key: "norm-privacy", parent: "norm", kind: "facet", name: "Privacy and modesty", description: "Shows what is kept from view, and whom one may ask about what." },
  { key: "norm-taboo", parent: "norm", kind: "facet", name: "Taboo", description: "Shows what people avoid saying, touching, eating or doing." },

  { key: "practice", parent: null, kind: "facet", name: "Practice", description: "Shows what people ordinarily do and how they do it." },
  { key: "practice-table", parent: "practice", kind: "facet", name: "Cooking and eating", description: "Shows what is cooked, served and eaten, when, and with whom." },
  { key: "practice-visiting", parent: "practice", kind: "facet", name: "Greeting and visiting", description: "Shows how people meet, call on each other and take leave." },
  { key: "practice-household", parent: "practice", kind: "facet", name: "Household", description: "Shows how people live together, raise children and divide the work at home." },
  { key: "practice-money", parent: "practice", kind: "facet", name: "Money and bargaining", description: "Shows how people pay, lend, save, tip and settle a price." },
  { key: "practice-work-and-school", parent: "practice", kind: "facet", name: "Work and school", description: "Shows the ordinary course of a working day or a school year." },
  { key: "practice-time", parent: "practice", kind: "facet", name: "Time and punctuality", description: "Shows how days are ordered and what being early or late means." },

  { key: "tradition", parent: null, kind: "facet", name: "Tradition", description: "Shows what is handed down and done knowingly as one’s own." },
  { key: "tradition-festival", parent: "tradition", kind: "facet", name: "Festival", description: "Shows how a day of the year is prepared and kept." },
  { key: "tradition-rite-of-passage", parent: "tradition", kind: "facet", name: "Rite of passage", description: "Shows how birth, coming of age, marriage or death is marked." },
  { key: "tradition-dress", parent: "tradition", kind: "facet", name: "Dress and adornment", description: "Shows what is worn for an occasion and what it says." },
  { key: "tradition-story", parent: "tradition", kind: "facet", name: "Story, proverb and song", description: "Leans on a tale, a proverb, a song or a figure everybody there knows." },
  { key: "tradition-craft", parent: "tradition", kind: "facet", name: "Craft, game and art", description: "Shows a skill, a game or an art that is learnt from others." },

  { key: "harm", parent: null, kind: "harm", name: "Harm", description: "Could hurt the people it speaks of or anybody who meets it later." },
  { key: "stereotype", parent: "harm", kind: "harm", name: "Stereotype", description: "Gives a fixed picture of a group in place of how its people really are." },
  { key: "essentialising", parent: "harm", kind: "harm", name: "Essentialising", description: "Speaks as if everyone of a culture were alike, or were so by nature and for all time." },
  { key: "sensitive-or-sacred", parent: "harm", kind: "harm", name: "Sensitive or sacred", description: "Touches something sacred, restricted or painful that its people may not want shown or used." },
  { key: "personal-data", parent: "harm", kind: "harm", name: "Personal data", description: "Names or lets one recognise a private person, or holds an address, a number or the like." },

  { key: "validity", parent: null, kind: "validity", name: "Doubt about validity", description: "Something about the content or the wording makes it doubtful as evidence of this culture." },
  { key: "outdated", parent: "validity", kind: "validity", name: "Outdated", description: "Was so once and is told as if it still were." },
  { key: "tourist-view", parent: "validity", kind: "validity", name: "Tourist view", description: "Tells what a visitor would notice, not what people there would say." },
  { key: "mixed-up-culture", parent: "validity", kind: "validity", name: "Mixed-up culture", description: "Gives this culture what belongs to a neighbour, a diaspora or another region." },
  { key: "factual-error", parent: "validity", kind: "validity", name: "Factual error", description: "States a fact that can be checked and is wrong." },
  { key: "translation-ese", parent: "validity", kind: "validity", name: "Translation-ese", description: "Reads as if translated: the words are of the language, the way of putting it is not." },
  { key: "wrong-register", parent: "validity", kind: "validity", name: "Wrong register or honorific", description: "Uses a level of formality, a pronoun or an honorific that does not fit the people who speak." },

  { key: "provenance", parent: null, kind: "other", name: "Where it comes from", description: "Says on what the claim rests." },
  { key: "source-own-experience", parent: "provenance", kind: "other", name: "Source: own experience", description: "The annotator knows it from living it; the note may say where and when." },
  { key: "source-published", parent: "provenance", kind: "other", name: "Source: published", description: "The note names a book, a page or another source that can be looked up." },
  { key: "contested", parent: null, kind: "other", name: "Contested", description: "People of this culture disagree about it among themselves; keep the views apart and say whose they are." },
];
