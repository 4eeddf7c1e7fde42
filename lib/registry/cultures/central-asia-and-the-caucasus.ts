// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Central Asia and the Caucasus";

export const centralAsiaAndTheCaucasus = [
  {
    code: "am", kind: "country", name: "Armenia", endonym: "Հայաստան", demonym: "Armenian", ownDemonym: "հայ",
    aliases: ["ARM", "Armenian", "Republic of Armenia", "Hayastan"],
    languages: ["hy", "ru"], zone, neighbours: ["ge", "az"],
    maskedWords: ["Yerevan", "Երևան", "Gyumri", "Գյումրի", "Vanadzor", "Վանաձոր", "Armenian dram", "դրամ", "Hayk", "հայկական"],
  },
  {
    code: "az", kind: "country", name: "Azerbaijan", endonym: "Azərbaycan", demonym: "Azerbaijani", ownDemonym: "azərbaycanlı",
    aliases: ["AZE", "Azerbaijani", "Azeri", "Republic of Azerbaijan", "Azerbaidjan", "آذربایجان"],
    languages: ["az", "ru"], zone, neighbours: ["tr", "ge", "ir", "am"],
    maskedWords: ["Baku", "Bakı", "Ganja", "Gəncə", "Sumgait", "Sumqayıt", "Azerbaijani manat", "manat", "Odlar Yurdu", "Land of Fire"],
  },
  {
    code: "ge", kind: "country", name: "Georgia", endonym: "საქართველო", demonym: "Georgian", ownDemonym: "ქართველი",
    aliases: ["GEO", "Georgian", "Georgia (country)", "Republic of Georgia", "Sakartvelo"],
    languages: ["ka", "hy", "az"], zone, neighbours: ["am", "az", "tr"],
    maskedWords: ["Tbilisi", "თბილისი", "Batumi", "ბათუმი", "Kutaisi", "ქუთაისი", "Georgian lari", "ლარი", "Kartvelian", "ქართული"],
  },
  {
    code: "kg", kind: "country", name: "Kyrgyzstan", endonym: "Кыргызстан", demonym: "Kyrgyz", ownDemonym: "кыргызстандык",
    aliases: ["KGZ", "Kyrgyz", "Kyrgyzstani", "Kyrgyz Republic", "Кыргыз Республикасы"],
    languages: ["ky", "ru", "uz"], zone, neighbours: ["kz", "uz", "tj"],
    maskedWords: ["Bishkek", "Бишкек", "Osh", "Ош", "Jalal-Abad", "Жалал-Абад", "Kyrgyz som", "кыргыз сому", "Манас"],
  },
  {
    code: "kz", kind: "country", name: "Kazakhstan", endonym: "Қазақстан", demonym: "Kazakhstani", ownDemonym: "қазақстандық",
    aliases: ["KAZ", "Kazakh", "Kazakhstani", "Kazakstan", "Казахстан", "Qazaqstan"],
    languages: ["kk", "ru"], zone, neighbours: ["kg", "uz", "mn", "ru"],
    maskedWords: ["Almaty", "Алматы", "Astana", "Астана", "Nur-Sultan", "Shymkent", "Шымкент", "Karaganda", "Қарағанды", "Kazakhstani tenge", "теңге", "Ұлы дала"],
  },
  {
    code: "tj", kind: "country", name: "Tajikistan", endonym: "Тоҷикистон", demonym: "Tajik", ownDemonym: "тоҷик",
    aliases: ["TJK", "Tajik", "Tajikistani", "Tadjikistan", "Таджикистан", "تاجیکستان"],
    languages: ["tg", "uz", "ru"], zone, neighbours: ["af", "uz", "ir"],
    maskedWords: ["Dushanbe", "Душанбе", "Khujand", "Хуҷанд", "Kulob", "Кӯлоб", "Tajikistani somoni", "сомонӣ", "Pamir", "Помир"],
  },
  {
    code: "tm", kind: "country", name: "Turkmenistan", endonym: "Türkmenistan", demonym: "Turkmen", ownDemonym: "türkmen",
    aliases: ["TKM", "Turkmen", "Turkmenistani", "Туркменистан"],
    languages: ["tk", "ru", "uz"], zone, neighbours: ["uz", "az", "ir"],
    maskedWords: ["Ashgabat", "Aşgabat", "Turkmenabat", "Türkmenabat", "Dashoguz", "Daşoguz", "Turkmenistan manat", "manat", "Garagum"],
  },
  {
    code: "uyghur", kind: "community", name: "Uyghur", endonym: "ئۇيغۇر", demonym: "Uyghur", ownDemonym: "ئۇيغۇر",
    aliases: ["Uyghurs", "Uighur", "Uigur", "Uygur", "ئۇيغۇرلار", "Уйғур"],
    languages: ["ug"], zone, neighbours: ["uz", "kz", "kg", "cn"],
    maskedWords: ["Ürümqi", "Urumqi", "ئۈرۈمچى", "Kashgar", "قەشقەر", "Ghulja", "غۇلجا", "Hotan", "خوتەن", "Turpan", "تۇرپان"],
  },
  {
    code: "uz", kind: "country", name: "Uzbekistan", endonym: "Oʻzbekiston", demonym: "Uzbek", ownDemonym: "oʻzbekistonlik",
    aliases: ["UZB", "Uzbek", "Uzbekistani", "O'zbekiston", "Ўзбекистон", "Узбекистан"],
    languages: ["uz", "ru", "tg", "kaa"], zone, neighbours: ["kz", "tj", "kg", "tm"],
    maskedWords: ["Tashkent", "Toshkent", "Тошкент", "Samarkand", "Samarqand", "Самарқанд", "Bukhara", "Buxoro", "Бухоро", "Uzbekistani soum", "Oʻzbek soʻmi"],
  },
] satisfies readonly Culture[];
