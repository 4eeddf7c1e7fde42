import type { Culture } from "#lib/schema/culture.ts";
import { centralAndEasternEurope } from "./central-and-eastern-europe.ts";
import { centralAsiaAndTheCaucasus } from "./central-asia-and-the-caucasus.ts";
import { eastAsia } from "./east-asia.ts";
import { latinAmericaAndTheCaribbean } from "./latin-america-and-the-caribbean.ts";
import { northAmerica } from "./north-america.ts";
import { northernAndWesternEurope } from "./northern-and-western-europe.ts";
import { oceania } from "./oceania.ts";
import { severalContinents } from "./several-continents.ts";
import { southAsia } from "./south-asia.ts";
import { southeastAsia } from "./southeast-asia.ts";
import { southernEurope } from "./southern-europe.ts";
import { subSaharanAfrica } from "./sub-saharan-africa.ts";
import { westAsiaAndNorthAfrica } from "./west-asia-and-north-africa.ts";

/**
 * The registry a new project starts from: countries, regions, communities and language areas, grouped by zone.
 * A project works on its own copy, so editing there never changes these.
 * Source: written for Tessera from common knowledge (see the README of the room).
 */
export const cultures: readonly Culture[] = [
  ...eastAsia,
  ...southeastAsia,
  ...southAsia,
  ...centralAsiaAndTheCaucasus,
  ...westAsiaAndNorthAfrica,
  ...subSaharanAfrica,
  ...northernAndWesternEurope,
  ...southernEurope,
  ...centralAndEasternEurope,
  ...northAmerica,
  ...latinAmericaAndTheCaribbean,
  ...oceania,
  ...severalContinents,
];
