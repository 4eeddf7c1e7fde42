// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Latin America and the Caribbean";

export const latinAmericaAndTheCaribbean = [
  {
    code: "ar", kind: "country", name: "Argentina", endonym: "Argentina", demonym: "Argentine", ownDemonym: "argentino",
    aliases: ["ARG", "Argentine", "Argentinian", "Argentinean", "República Argentina"],
    languages: ["es"], zone, neighbours: ["uy", "cl", "py", "argentina-mexico"],
    maskedWords: ["Buenos Aires", "Córdoba", "Rosario", "Mendoza", "La Plata", "peso argentino", "Argentine peso", "porteño", "argentina"],
  },
  {
    code: "argentina-mexico", kind: "language-area", name: "Argentina and Mexico", endonym: "Argentina y México", demonym: "Argentine and Mexican", ownDemonym: "argentino y mexicano",
    aliases: ["Argentina & Mexico", "Argentina, Mexico", "Mexico and Argentina", "Argentina/Mexico"],
    languages: ["es"], zone, neighbours: ["ar", "mx", "spanish-speaking-world", "latin-america"],
    maskedWords: ["Buenos Aires", "Córdoba", "Ciudad de México", "Mexico City", "Guadalajara", "peso argentino", "peso mexicano"],
  },
  {
    code: "bo", kind: "country", name: "Bolivia", endonym: "Bolivia", demonym: "Bolivian", ownDemonym: "boliviano",
    aliases: ["BOL", "Bolivian", "Plurinational State of Bolivia", "Bolivia (Plurinational State of)", "Buliwya"],
    languages: ["es", "qu", "ay", "gn"], zone, neighbours: ["pe", "quechua", "py", "ec"],
    maskedWords: ["La Paz", "Chuqiyapu", "Santa Cruz de la Sierra", "El Alto", "Cochabamba", "Sucre", "Bolivian boliviano", "bolivianos"],
  },
  {
    code: "br", kind: "country", name: "Brazil", endonym: "Brasil", demonym: "Brazilian", ownDemonym: "brasileiro",
    aliases: ["BRA", "Brazilian", "Federative Republic of Brazil", "Brasileiro"],
    languages: ["pt-BR"], zone, neighbours: ["pt", "ar", "portuguese-speaking-world", "uy"],
    maskedWords: ["São Paulo", "Rio de Janeiro", "Brasília", "Salvador", "Belo Horizonte", "Brazilian real", "reais", "brasileira", "brasileiros"],
  },
  {
    code: "cl", kind: "country", name: "Chile", endonym: "Chile", demonym: "Chilean", ownDemonym: "chileno",
    aliases: ["CHL", "Chilean", "República de Chile"],
    languages: ["es", "arn"], zone, neighbours: ["ar", "pe", "mapuche"],
    maskedWords: ["Santiago de Chile", "Valparaíso", "Concepción", "Antofagasta", "Temuco", "Chilean peso", "peso chileno", "chilena"],
  },
  {
    code: "co", kind: "country", name: "Colombia", endonym: "Colombia", demonym: "Colombian", ownDemonym: "colombiano",
    aliases: ["COL", "Colombian", "República de Colombia"],
    languages: ["es"], zone, neighbours: ["ve", "ec", "pe"],
    maskedWords: ["Bogotá", "Medellín", "Cali", "Barranquilla", "Cartagena", "Colombian peso", "peso colombiano", "colombiana"],
  },
  {
    code: "cr", kind: "country", name: "Costa Rica", endonym: "Costa Rica", demonym: "Costa Rican", ownDemonym: "costarricense",
    aliases: ["CRI", "Costa Rican", "Costa_Rica", "Tico"],
    languages: ["es"], zone, neighbours: ["gt", "co"],
    maskedWords: ["San José", "Alajuela", "Heredia", "Costa Rican colón", "colones", "tico", "ticos"],
  },
  {
    code: "cu", kind: "country", name: "Cuba", endonym: "Cuba", demonym: "Cuban", ownDemonym: "cubano",
    aliases: ["CUB", "Cuban", "República de Cuba"],
    languages: ["es"], zone, neighbours: ["do", "pr", "mx"],
    maskedWords: ["Havana", "La Habana", "Santiago de Cuba", "Camagüey", "Holguín", "Cuban peso", "peso cubano", "cubana"],
  },
  {
    code: "do", kind: "country", name: "Dominican Republic", endonym: "República Dominicana", demonym: "Dominican", ownDemonym: "dominicano",
    aliases: ["DOM", "Dominican_Republic", "Dominican", "Quisqueya"],
    languages: ["es", "ht"], zone, neighbours: ["pr", "cu", "ht"],
    maskedWords: ["Santo Domingo", "Santiago de los Caballeros", "La Romana", "Punta Cana", "Dominican peso", "peso dominicano", "dominicana", "quisqueyano"],
  },
  {
    code: "ec", kind: "country", name: "Ecuador", endonym: "Ecuador", demonym: "Ecuadorian", ownDemonym: "ecuatoriano",
    aliases: ["ECU", "Ecuadorian", "Ecuadorean", "República del Ecuador"],
    languages: ["es", "qu"], zone, neighbours: ["pe", "co", "quechua"],
    maskedWords: ["Quito", "Guayaquil", "Cuenca", "Ambato", "US dollar", "ecuatoriana"],
  },
  {
    code: "gt", kind: "country", name: "Guatemala", endonym: "Guatemala", demonym: "Guatemalan", ownDemonym: "guatemalteco",
    aliases: ["GTM", "Guatemalan", "República de Guatemala", "Chapín"],
    languages: ["es", "quc", "kek", "mam", "cak"], zone, neighbours: ["mx", "cr"],
    maskedWords: ["Guatemala City", "Ciudad de Guatemala", "Quetzaltenango", "Xela", "Escuintla", "Antigua Guatemala", "Guatemalan quetzal", "quetzales", "chapín"],
  },
  {
    code: "ht", kind: "country", name: "Haiti", endonym: "Ayiti", demonym: "Haitian", ownDemonym: "Ayisyen",
    aliases: ["HTI", "Haitian", "Haïti", "Republic of Haiti"],
    languages: ["ht", "fr"], zone, neighbours: ["do", "jm", "sn"],
    maskedWords: ["Port-au-Prince", "Pòtoprens", "Cap-Haïtien", "Okap", "Gonaïves", "Gonayiv", "Haitian gourde", "goud"],
  },
  {
    code: "jm", kind: "country", name: "Jamaica", endonym: "Jamaica", demonym: "Jamaican", ownDemonym: "Jamaican",
    aliases: ["JAM", "Jamaican", "Jumieka"],
    languages: ["jam", "en"], zone, neighbours: ["ht", "gb", "african-american"],
    maskedWords: ["Kingston", "Montego Bay", "Spanish Town", "Portmore", "Mandeville", "Jamaican dollar", "Jumiekan"],
  },
  {
    code: "latin-america", kind: "region", name: "Latin America", endonym: "América Latina", demonym: "Latin American", ownDemonym: "latinoamericano",
    aliases: ["Latin_America", "Latin American", "Latino America", "Latinoamérica", "LATAM", "Hispanic America", "Latin America and the Caribbean"],
    languages: ["es", "pt-BR", "fr", "ht"], zone, neighbours: ["spanish-speaking-world", "mx", "br", "ar"],
    maskedWords: ["Ciudad de México", "São Paulo", "Buenos Aires", "Bogotá", "Lima", "peso", "pesos", "latino", "latina"],
  },
  {
    code: "mapuche", kind: "community", name: "Mapuche", endonym: "Mapuche", demonym: "Mapuche", ownDemonym: "mapuche",
    aliases: ["Mapuches", "Mapuche people", "Pueblo mapuche"],
    languages: ["arn", "es"], zone, neighbours: ["cl", "ar"],
    maskedWords: ["Temuco", "Wallmapu", "Araucanía", "Ngulu Mapu", "Puel Mapu", "peso chileno"],
  },
  {
    code: "mx", kind: "country", name: "Mexico", endonym: "México", demonym: "Mexican", ownDemonym: "mexicano",
    aliases: ["MEX", "Mexican", "Mexicano", "United Mexican States", "Estados Unidos Mexicanos", "Méjico"],
    languages: ["es", "nah", "yua"], zone, neighbours: ["gt", "es", "argentina-mexico", "us"],
    maskedWords: ["Mexico City", "Ciudad de México", "CDMX", "Guadalajara", "Monterrey", "Puebla", "Mexican peso", "peso mexicano", "mexicana"],
  },
  {
    code: "pe", kind: "country", name: "Peru", endonym: "Perú", demonym: "Peruvian", ownDemonym: "peruano",
    aliases: ["PER", "Peruvian", "República del Perú", "Piruw"],
    languages: ["es", "qu", "ay"], zone, neighbours: ["bo", "ec", "cl", "quechua"],
    maskedWords: ["Lima", "Arequipa", "Cusco", "Qusqu", "Trujillo", "Piura", "Peruvian sol", "nuevos soles", "peruana"],
  },
  {
    code: "pr", kind: "region", name: "Puerto Rico", endonym: "Puerto Rico", demonym: "Puerto Rican", ownDemonym: "puertorriqueño",
    aliases: ["PRI", "Puerto_Rico", "Puerto Rican", "Borinquen", "Borikén", "Boricua"],
    languages: ["es", "en-US"], zone, neighbours: ["do", "cu", "us"],
    maskedWords: ["San Juan", "Ponce", "Bayamón", "Mayagüez", "Caguas", "US dollar", "boricua", "puertorriqueña"],
  },
  {
    code: "py", kind: "country", name: "Paraguay", endonym: "Paraguái", demonym: "Paraguayan", ownDemonym: "paraguayo",
    aliases: ["PRY", "Paraguayan", "República del Paraguay", "Tetã Paraguái"],
    languages: ["gn", "es"], zone, neighbours: ["ar", "bo", "uy"],
    maskedWords: ["Asunción", "Ciudad del Este", "Encarnación", "San Lorenzo", "Paraguayan guaraní", "guaraníes", "paraguaya"],
  },
  {
    code: "quechua", kind: "community", name: "Quechua", endonym: "Runakuna", demonym: "Quechua", ownDemonym: "runa",
    aliases: ["Quechuas", "Quechua people", "Kichwa", "Kechua", "Qhichwa", "Runa"],
    languages: ["qu", "es"], zone, neighbours: ["pe", "bo", "ec"],
    maskedWords: ["Cusco", "Cuzco", "Qusqu", "Ayacucho", "Cochabamba", "Quchapampa", "Tawantinsuyu", "Runasimi"],
  },
  {
    code: "uy", kind: "country", name: "Uruguay", endonym: "Uruguay", demonym: "Uruguayan", ownDemonym: "uruguayo",
    aliases: ["URY", "Uruguayan", "República Oriental del Uruguay"],
    languages: ["es"], zone, neighbours: ["ar", "py", "br"],
    maskedWords: ["Montevideo", "Rivera", "Paysandú", "Punta del Este", "Uruguayan peso", "peso uruguayo", "uruguaya", "charrúa"],
  },
  {
    code: "ve", kind: "country", name: "Venezuela", endonym: "Venezuela", demonym: "Venezuelan", ownDemonym: "venezolano",
    aliases: ["VEN", "Venezuelan", "Bolivarian Republic of Venezuela", "Venezuela (Bolivarian Republic of)"],
    languages: ["es"], zone, neighbours: ["co", "do", "ec"],
    maskedWords: ["Caracas", "Maracaibo", "Valencia", "Barquisimeto", "Maracay", "Venezuelan bolívar", "bolívares", "venezolana"],
  },
] satisfies readonly Culture[];
