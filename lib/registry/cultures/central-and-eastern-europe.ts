// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Central and Eastern Europe";

export const centralAndEasternEurope = [
  {
    code: "ba", kind: "country", name: "Bosnia and Herzegovina", endonym: "Bosna i Hercegovina", demonym: "Bosnian", ownDemonym: "Bosanac",
    aliases: ["BIH", "Bosnia", "Bosnian", "Bosnia & Herzegovina", "Bosnia-Herzegovina", "Босна и Херцеговина"],
    languages: ["bs", "hr", "sr"], zone, neighbours: ["rs", "hr", "tr"],
    maskedWords: ["Sarajevo", "Сарајево", "Banja Luka", "Бања Лука", "Tuzla", "Zenica", "Mostar", "konvertibilna marka", "Bosanci"],
  },
  {
    code: "bg", kind: "country", name: "Bulgaria", endonym: "България", demonym: "Bulgarian", ownDemonym: "българин",
    aliases: ["BGR", "Bulgarian", "Republic of Bulgaria"],
    languages: ["bg", "tr"], zone, neighbours: ["mk", "rs", "ro", "gr"],
    maskedWords: ["Sofia", "София", "Plovdiv", "Пловдив", "Varna", "Варна", "Burgas", "Бургас", "Bulgarian lev", "български лев", "евро", "българи"],
  },
  {
    code: "by", kind: "country", name: "Belarus", endonym: "Беларусь", demonym: "Belarusian", ownDemonym: "беларус",
    aliases: ["BLR", "Belarusian", "Belarussian", "Republic of Belarus"],
    languages: ["ru", "be"], zone, neighbours: ["ua", "ru", "lt", "pl"],
    maskedWords: ["Minsk", "Мінск", "Минск", "Gomel", "Гомель", "Brest", "Брэст", "Belarusian ruble", "беларускі рубель", "беларусы"],
  },
  {
    code: "cz", kind: "country", name: "Czechia", endonym: "Česko", demonym: "Czech", ownDemonym: "Čech",
    aliases: ["CZE", "Czech", "Czech Republic", "Czech_Republic", "Česká republika"],
    languages: ["cs"], zone, neighbours: ["sk", "pl", "at"],
    maskedWords: ["Prague", "Praha", "Brno", "Ostrava", "Plzeň", "Czech koruna", "korun českých", "CZK", "Češi"],
  },
  {
    code: "ee", kind: "country", name: "Estonia", endonym: "Eesti", demonym: "Estonian", ownDemonym: "eestlane",
    aliases: ["EST", "Estonian", "Republic of Estonia"],
    languages: ["et", "ru", "vro"], zone, neighbours: ["fi", "lv", "lt"],
    maskedWords: ["Tallinn", "Tartu", "Narva", "Pärnu", "euro", "eestlased", "Maarjamaa"],
  },
  {
    code: "hr", kind: "country", name: "Croatia", endonym: "Hrvatska", demonym: "Croatian", ownDemonym: "Hrvat",
    aliases: ["HRV", "Croatian", "Croat", "Republic of Croatia"],
    languages: ["hr"], zone, neighbours: ["rs", "ba", "si"],
    maskedWords: ["Zagreb", "Dubrovnik", "Rijeka", "Osijek", "Zadar", "euro", "Hrvati", "Lijepa naša"],
  },
  {
    code: "hu", kind: "country", name: "Hungary", endonym: "Magyarország", demonym: "Hungarian", ownDemonym: "magyar",
    aliases: ["HUN", "Hungarian", "Magyar"],
    languages: ["hu"], zone, neighbours: ["sk", "ro", "at"],
    maskedWords: ["Budapest", "Debrecen", "Szeged", "Pécs", "Győr", "Hungarian forint", "forint", "magyarok"],
  },
  {
    code: "lt", kind: "country", name: "Lithuania", endonym: "Lietuva", demonym: "Lithuanian", ownDemonym: "lietuvis",
    aliases: ["LTU", "Lithuanian", "Republic of Lithuania"],
    languages: ["lt", "pl", "ru"], zone, neighbours: ["lv", "ee", "pl"],
    maskedWords: ["Vilnius", "Kaunas", "Klaipėda", "Šiauliai", "Panevėžys", "euro", "lietuviai", "Žemaitija"],
  },
  {
    code: "lv", kind: "country", name: "Latvia", endonym: "Latvija", demonym: "Latvian", ownDemonym: "latvietis",
    aliases: ["LVA", "Latvian", "Republic of Latvia"],
    languages: ["lv", "ru", "ltg"], zone, neighbours: ["lt", "ee", "ru"],
    maskedWords: ["Riga", "Rīga", "Daugavpils", "Liepāja", "Jelgava", "Jūrmala", "euro", "latvieši"],
  },
  {
    code: "mk", kind: "country", name: "North Macedonia", endonym: "Северна Македонија", demonym: "Macedonian", ownDemonym: "Македонец",
    aliases: ["MKD", "North_Macedonia", "Macedonia", "Macedonian", "Republic of North Macedonia", "Македонија", "Maqedonia e Veriut"],
    languages: ["mk", "sq"], zone, neighbours: ["bg", "rs", "al"],
    maskedWords: ["Skopje", "Скопје", "Bitola", "Битола", "Tetovo", "Тетово", "Ohrid", "Охрид", "Macedonian denar", "македонски денар"],
  },
  {
    code: "pl", kind: "country", name: "Poland", endonym: "Polska", demonym: "Polish", ownDemonym: "Polak",
    aliases: ["POL", "Polish", "Republic of Poland", "Rzeczpospolita Polska"],
    languages: ["pl", "szl", "csb"], zone, neighbours: ["cz", "sk", "ua", "lt"],
    maskedWords: ["Warsaw", "Warszawa", "Kraków", "Krakow", "Łódź", "Wrocław", "Gdańsk", "Polish złoty", "złotych", "Polacy"],
  },
  {
    code: "ro", kind: "country", name: "Romania", endonym: "România", demonym: "Romanian", ownDemonym: "român",
    aliases: ["ROU", "Romanian", "Rumania"],
    languages: ["ro", "hu"], zone, neighbours: ["bg", "hu", "rs"],
    maskedWords: ["Bucharest", "București", "Cluj-Napoca", "Timișoara", "Iași", "Brașov", "Romanian leu", "lei românești", "români"],
  },
  {
    code: "roma", kind: "community", name: "Roma", endonym: "Roma", demonym: "Romani", ownDemonym: "Rom",
    aliases: ["Romani", "Romany", "Roma people", "Romani people"],
    languages: ["rom"], zone, neighbours: ["ro", "hu", "sk"],
    maskedWords: ["Shuto Orizari", "Šuto Orizari", "Romanipen", "romani čhib", "Romnja"],
  },
  {
    code: "rs", kind: "country", name: "Serbia", endonym: "Србија", demonym: "Serbian", ownDemonym: "Србин",
    aliases: ["SRB", "Serbian", "Serb", "Republic of Serbia", "Srbija"],
    languages: ["sr", "hu"], zone, neighbours: ["hr", "ba", "mk", "bg"],
    maskedWords: ["Belgrade", "Beograd", "Београд", "Novi Sad", "Нови Сад", "Niš", "Ниш", "Serbian dinar", "динар", "Срби"],
  },
  {
    code: "ru", kind: "country", name: "Russia", endonym: "Россия", demonym: "Russian", ownDemonym: "россиянин",
    aliases: ["RUS", "Russian", "Russian Federation", "Российская Федерация", "РФ"],
    languages: ["ru", "tt", "ba", "cv", "ce"], zone, neighbours: ["ua", "by", "kz"],
    maskedWords: ["Moscow", "Москва", "Saint Petersburg", "St. Petersburg", "Санкт-Петербург", "Novosibirsk", "Новосибирск", "Russian ruble", "рубль", "рублей", "русский"],
  },
  {
    code: "si", kind: "country", name: "Slovenia", endonym: "Slovenija", demonym: "Slovenian", ownDemonym: "Slovenec",
    aliases: ["SVN", "Slovenian", "Slovene", "Republic of Slovenia"],
    languages: ["sl"], zone, neighbours: ["hr", "sk", "at"],
    maskedWords: ["Ljubljana", "Maribor", "Celje", "Koper", "Kranj", "euro", "Slovenci"],
  },
  {
    code: "sk", kind: "country", name: "Slovakia", endonym: "Slovensko", demonym: "Slovak", ownDemonym: "Slovák",
    aliases: ["SVK", "Slovak", "Slovakian", "Slovak Republic", "Slovenská republika"],
    languages: ["sk", "hu"], zone, neighbours: ["cz", "hu", "pl", "si"],
    maskedWords: ["Bratislava", "Košice", "Prešov", "Žilina", "Nitra", "euro", "Slováci"],
  },
  {
    code: "tatar", kind: "community", name: "Tatar", endonym: "татарлар", demonym: "Tatar", ownDemonym: "татар",
    aliases: ["Tatars", "Volga Tatar", "Tatarstan", "Татарстан", "татар", "tatarlar"],
    languages: ["tt", "ru"], zone, neighbours: ["ru", "kz"],
    maskedWords: ["Kazan", "Казан", "Казань", "Naberezhnye Chelny", "Яр Чаллы", "Almetyevsk", "Әлмәт", "Russian ruble"],
  },
  {
    code: "ua", kind: "country", name: "Ukraine", endonym: "Україна", demonym: "Ukrainian", ownDemonym: "українець",
    aliases: ["UKR", "Ukrainian", "Украина", "Ukraina"],
    languages: ["uk", "ru"], zone, neighbours: ["pl", "by", "ru"],
    maskedWords: ["Kyiv", "Kiev", "Київ", "Kharkiv", "Харків", "Odesa", "Одеса", "Lviv", "Львів", "hryvnia", "гривня", "українці"],
  },
] satisfies readonly Culture[];
