// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Northern and Western Europe";

export const northernAndWesternEurope = [
  {
    code: "at", kind: "country", name: "Austria", endonym: "Österreich", demonym: "Austrian", ownDemonym: "Österreicher",
    aliases: ["AUT", "Austrian", "Republic of Austria", "Oesterreich"],
    languages: ["de-AT"], zone, neighbours: ["de", "ch", "hu"],
    maskedWords: ["Vienna", "Wien", "Graz", "Linz", "Salzburg", "Innsbruck", "euro", "österreichisch"],
  },
  {
    code: "be", kind: "country", name: "Belgium", endonym: "België", demonym: "Belgian", ownDemonym: "Belg",
    aliases: ["BEL", "Belgian", "Kingdom of Belgium", "Belgique", "Belgien"],
    languages: ["nl-BE", "fr", "de"], zone, neighbours: ["nl", "fr", "lu"],
    maskedWords: ["Brussels", "Brussel", "Bruxelles", "Antwerp", "Antwerpen", "Ghent", "Gent", "Liège", "euro", "Vlaanderen", "Wallonie"],
  },
  {
    code: "ch", kind: "country", name: "Switzerland", endonym: "Schweiz", demonym: "Swiss", ownDemonym: "Schweizer",
    aliases: ["CHE", "Swiss", "Swiss Confederation", "Suisse", "Svizzera", "Svizra"],
    languages: ["de-CH", "gsw", "fr", "it", "rm"], zone, neighbours: ["de", "at", "fr", "it"],
    maskedWords: ["Zurich", "Zürich", "Geneva", "Genève", "Basel", "Lausanne", "Swiss franc", "Schweizer Franken", "CHF", "Helvetia", "Eidgenossenschaft"],
  },
  {
    code: "de", kind: "country", name: "Germany", endonym: "Deutschland", demonym: "German", ownDemonym: "Deutscher",
    aliases: ["DEU", "GER", "German", "Federal Republic of Germany", "BRD", "Allemagne"],
    languages: ["de"], zone, neighbours: ["at", "ch", "nl"],
    maskedWords: ["Berlin", "Hamburg", "Munich", "München", "Cologne", "Köln", "Frankfurt", "euro", "Bundesrepublik"],
  },
  {
    code: "dk", kind: "country", name: "Denmark", endonym: "Danmark", demonym: "Danish", ownDemonym: "dansker",
    aliases: ["DNK", "Danish", "Dane", "Kingdom of Denmark"],
    languages: ["da"], zone, neighbours: ["no", "se", "is"],
    maskedWords: ["Copenhagen", "København", "Aarhus", "Odense", "Aalborg", "Danish krone", "danske kroner", "DKK"],
  },
  {
    code: "fi", kind: "country", name: "Finland", endonym: "Suomi", demonym: "Finnish", ownDemonym: "suomalainen",
    aliases: ["FIN", "Finnish", "Finn", "Republic of Finland"],
    languages: ["fi", "sv-FI", "se"], zone, neighbours: ["se", "ee", "no", "sami"],
    maskedWords: ["Helsinki", "Helsingfors", "Tampere", "Turku", "Åbo", "Oulu", "Espoo", "euro", "Suomenmaa"],
  },
  {
    code: "fr", kind: "country", name: "France", endonym: "France", demonym: "French", ownDemonym: "Français",
    aliases: ["FRA", "French", "French Republic", "République française", "Français"],
    languages: ["fr"], zone, neighbours: ["be", "ch", "it", "es"],
    maskedWords: ["Paris", "Marseille", "Lyon", "Toulouse", "Bordeaux", "Lille", "euro", "l’Hexagone", "Française"],
  },
  {
    code: "gb", kind: "country", name: "United Kingdom", endonym: "United Kingdom", demonym: "British", ownDemonym: "British",
    aliases: ["GBR", "UK", "U.K.", "United_Kingdom", "Great Britain", "Great_Britain", "Britain", "British", "Briton", "United Kingdom of Great Britain and Northern Ireland"],
    languages: ["en-GB", "cy", "sco", "gd"], zone, neighbours: ["ie", "gb-eng", "au", "us"],
    maskedWords: ["London", "Manchester", "Birmingham", "Glasgow", "Liverpool", "Belfast", "pound sterling", "British Isles"],
  },
  {
    code: "gb-eng", kind: "region", name: "England", endonym: "England", demonym: "English", ownDemonym: "English",
    aliases: ["England (UK)", "England, UK", "English people"],
    languages: ["en-GB"], zone, neighbours: ["gb", "gb-sct", "gb-wls", "ie"],
    maskedWords: ["London", "Manchester", "Birmingham", "Leeds", "Newcastle", "Bristol", "pound sterling", "Blighty"],
  },
  {
    code: "gb-sct", kind: "region", name: "Scotland", endonym: "Scotland", demonym: "Scottish", ownDemonym: "Scots",
    aliases: ["Scotland (UK)", "Scotland, UK", "Scottish", "Scots", "Alba"],
    languages: ["en-GB", "sco", "gd"], zone, neighbours: ["gb", "gb-eng", "ie"],
    maskedWords: ["Edinburgh", "Dùn Èideann", "Glasgow", "Glaschu", "Aberdeen", "Dundee", "pound sterling", "Caledonia"],
  },
  {
    code: "gb-wls", kind: "region", name: "Wales", endonym: "Cymru", demonym: "Welsh", ownDemonym: "Cymro",
    aliases: ["Wales (UK)", "Wales, UK", "Welsh"],
    languages: ["en-GB", "cy"], zone, neighbours: ["gb", "gb-eng", "ie"],
    maskedWords: ["Cardiff", "Caerdydd", "Swansea", "Abertawe", "Wrexham", "Wrecsam", "pound sterling", "Cymry", "Cymraes"],
  },
  {
    code: "ie", kind: "country", name: "Ireland", endonym: "Éire", demonym: "Irish", ownDemonym: "Éireannach",
    aliases: ["IRL", "Irish", "Republic of Ireland", "Poblacht na hÉireann"],
    languages: ["en-IE", "ga"], zone, neighbours: ["gb", "gb-sct", "gb-wls"],
    maskedWords: ["Dublin", "Baile Átha Cliath", "Galway", "Gaillimh", "Limerick", "Luimneach", "Corcaigh", "euro", "Emerald Isle"],
  },
  {
    code: "is", kind: "country", name: "Iceland", endonym: "Ísland", demonym: "Icelandic", ownDemonym: "Íslendingur",
    aliases: ["ISL", "Icelandic", "Icelander"],
    languages: ["is"], zone, neighbours: ["no", "dk", "se"],
    maskedWords: ["Reykjavík", "Akureyri", "Kópavogur", "Hafnarfjörður", "Icelandic króna", "íslensk króna", "ISK", "Íslendingar"],
  },
  {
    code: "lu", kind: "country", name: "Luxembourg", endonym: "Lëtzebuerg", demonym: "Luxembourgish", ownDemonym: "Lëtzebuerger",
    aliases: ["LUX", "Luxembourgish", "Luxembourger", "Luxemburg", "Grand Duchy of Luxembourg"],
    languages: ["lb", "fr", "de", "pt"], zone, neighbours: ["be", "de", "fr"],
    maskedWords: ["Luxembourg City", "Stad Lëtzebuerg", "Esch-sur-Alzette", "Esch-Uelzecht", "Differdange", "Déifferdeng", "euro", "Groussherzogtum"],
  },
  {
    code: "nl", kind: "country", name: "Netherlands", endonym: "Nederland", demonym: "Dutch", ownDemonym: "Nederlander",
    aliases: ["NLD", "The Netherlands", "Holland", "Dutch", "Kingdom of the Netherlands"],
    languages: ["nl", "fy"], zone, neighbours: ["be", "de", "dk"],
    maskedWords: ["Amsterdam", "Rotterdam", "The Hague", "Den Haag", "Utrecht", "Eindhoven", "euro", "Hollander"],
  },
  {
    code: "no", kind: "country", name: "Norway", endonym: "Norge", demonym: "Norwegian", ownDemonym: "nordmann",
    aliases: ["NOR", "Norwegian", "Kingdom of Norway", "Noreg", "Norga"],
    languages: ["nb", "nn", "se"], zone, neighbours: ["se", "dk", "is", "sami"],
    maskedWords: ["Oslo", "Bergen", "Trondheim", "Stavanger", "Tromsø", "Norwegian krone", "norske kroner", "NOK"],
  },
  {
    code: "sami", kind: "community", name: "Sámi", endonym: "Sámit", demonym: "Sámi", ownDemonym: "sápmelaš",
    aliases: ["Sami", "Saami", "Sámi people", "Sápmi", "Sapmi"],
    languages: ["se", "smj", "sma", "smn", "sms"], zone, neighbours: ["no", "se", "fi"],
    maskedWords: ["Karasjok", "Kárášjohka", "Kautokeino", "Guovdageaidnu", "Kiruna", "Giron", "Inari", "Anár", "sápmelaččat"],
  },
  {
    code: "se", kind: "country", name: "Sweden", endonym: "Sverige", demonym: "Swedish", ownDemonym: "svensk",
    aliases: ["SWE", "Swedish", "Swede", "Kingdom of Sweden"],
    languages: ["sv", "fi", "se"], zone, neighbours: ["no", "dk", "fi"],
    maskedWords: ["Stockholm", "Gothenburg", "Göteborg", "Malmö", "Uppsala", "Swedish krona", "svenska kronor", "SEK"],
  },
] satisfies readonly Culture[];
