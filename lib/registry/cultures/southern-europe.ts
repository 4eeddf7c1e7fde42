// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Southern Europe";

export const southernEurope = [
  {
    code: "al", kind: "country", name: "Albania", endonym: "Shqipëria", demonym: "Albanian", ownDemonym: "shqiptar",
    aliases: ["ALB", "Albanian", "Republic of Albania", "Shqipëri"],
    languages: ["sq"], zone, neighbours: ["gr", "mk", "it"],
    maskedWords: ["Tirana", "Tiranë", "Durrës", "Vlorë", "Shkodër", "Albanian lek", "lekë", "shqiptarë"],
  },
  {
    code: "basque", kind: "community", name: "Basque", endonym: "euskaldunak", demonym: "Basque", ownDemonym: "euskaldun",
    aliases: ["Basques", "Basque Country", "Basque_Country", "Euskal Herria", "Euskadi", "País Vasco", "Pays basque", "es-pv"],
    languages: ["eu", "es", "fr"], zone, neighbours: ["es", "catalan", "galician"],
    maskedWords: ["Bilbao", "Bilbo", "Donostia", "San Sebastián", "Vitoria-Gasteiz", "Pamplona", "Iruñea", "euro", "Euskara"],
  },
  {
    code: "catalan", kind: "community", name: "Catalan", endonym: "catalans", demonym: "Catalan", ownDemonym: "català",
    aliases: ["Catalonia", "Catalunya", "Cataluña", "Catalans", "Català", "es-ct"],
    languages: ["ca", "es"], zone, neighbours: ["es", "basque", "galician"],
    maskedWords: ["Barcelona", "Girona", "Lleida", "Tarragona", "Sabadell", "euro", "Països Catalans", "Catalana"],
  },
  {
    code: "cy", kind: "country", name: "Cyprus", endonym: "Κύπρος", demonym: "Cypriot", ownDemonym: "Κύπριος",
    aliases: ["CYP", "Cypriot", "Republic of Cyprus", "Kıbrıs"],
    languages: ["el", "tr"], zone, neighbours: ["gr", "tr", "lb"],
    maskedWords: ["Nicosia", "Λευκωσία", "Lefkoşa", "Limassol", "Λεμεσός", "Larnaca", "Λάρνακα", "euro", "ευρώ", "Κύπριοι"],
  },
  {
    code: "es", kind: "country", name: "Spain", endonym: "España", demonym: "Spanish", ownDemonym: "español",
    aliases: ["ESP", "Spaniard", "Spaniards", "Kingdom of Spain", "Reino de España", "Espanya", "Espainia"],
    languages: ["es", "ca", "gl", "eu"], zone, neighbours: ["pt", "it", "catalan", "mx"],
    maskedWords: ["Madrid", "Barcelona", "Valencia", "Seville", "Sevilla", "Zaragoza", "euro", "española", "españoles"],
  },
  {
    code: "galician", kind: "community", name: "Galician", endonym: "galegos", demonym: "Galician", ownDemonym: "galego",
    aliases: ["Galicia", "Galicia (Spain)", "Galiza", "Galicians", "Galego", "es-ga"],
    languages: ["gl", "es"], zone, neighbours: ["es", "pt", "basque"],
    maskedWords: ["Vigo", "A Coruña", "Santiago de Compostela", "Ourense", "Pontevedra", "euro", "galega", "Terra Meiga"],
  },
  {
    code: "gr", kind: "country", name: "Greece", endonym: "Ελλάδα", demonym: "Greek", ownDemonym: "Έλληνας",
    aliases: ["GRC", "Greek", "Hellas", "Hellenic Republic", "Ελλάς", "Ελληνική Δημοκρατία", "Ellada"],
    languages: ["el"], zone, neighbours: ["cy", "tr", "it", "al"],
    maskedWords: ["Athens", "Αθήνα", "Thessaloniki", "Θεσσαλονίκη", "Patras", "Πάτρα", "euro", "ευρώ", "Έλληνες", "Ελληνίδα"],
  },
  {
    code: "it", kind: "country", name: "Italy", endonym: "Italia", demonym: "Italian", ownDemonym: "italiano",
    aliases: ["ITA", "Italian", "Italian Republic", "Repubblica Italiana", "Italiano"],
    languages: ["it", "nap", "scn", "vec"], zone, neighbours: ["es", "gr", "fr", "mt"],
    maskedWords: ["Rome", "Roma", "Milan", "Milano", "Naples", "Napoli", "Turin", "Torino", "euro", "Bel Paese", "italiana"],
  },
  {
    code: "mt", kind: "country", name: "Malta", endonym: "Malta", demonym: "Maltese", ownDemonym: "Malti",
    aliases: ["MLT", "Maltese", "Republic of Malta"],
    languages: ["mt", "en"], zone, neighbours: ["it", "tn", "cy"],
    maskedWords: ["Valletta", "Sliema", "Birkirkara", "Mosta", "Gozo", "Għawdex", "euro", "Maltin"],
  },
  {
    code: "pt", kind: "country", name: "Portugal", endonym: "Portugal", demonym: "Portuguese", ownDemonym: "português",
    aliases: ["PRT", "Portuguese Republic", "República Portuguesa"],
    languages: ["pt-PT", "mwl"], zone, neighbours: ["es", "br", "galician"],
    maskedWords: ["Lisbon", "Lisboa", "Porto", "Oporto", "Braga", "Coimbra", "euro", "portuguesa", "Lusitânia"],
  },
] satisfies readonly Culture[];
