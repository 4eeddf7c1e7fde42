// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "West Asia and North Africa";

export const westAsiaAndNorthAfrica = [
  {
    code: "ae", kind: "country", name: "United Arab Emirates", endonym: "الإمارات", demonym: "Emirati", ownDemonym: "إماراتي",
    aliases: ["ARE", "UAE", "U.A.E.", "United_Arab_Emirates", "Emirates", "Emirati", "الإمارات العربية المتحدة", "الامارات"],
    languages: ["ar", "en"], zone, neighbours: ["qa", "kw", "sa"],
    maskedWords: ["Abu Dhabi", "أبوظبي", "أبو ظبي", "Dubai", "دبي", "Sharjah", "الشارقة", "Emirati dirham", "درهم إماراتي", "AED"],
  },
  {
    code: "amazigh", kind: "community", name: "Amazigh", endonym: "ⵉⵎⴰⵣⵉⵖⵏ", demonym: "Amazigh", ownDemonym: "ⴰⵎⴰⵣⵉⵖ",
    aliases: ["Imazighen", "Berber", "Berbers", "Amazighe", "ⴰⵎⴰⵣⵉⵖ", "أمازيغ", "الأمازيغ"],
    languages: ["zgh", "kab", "shi", "tzm", "rif"], zone, neighbours: ["ma", "dz", "tn"],
    maskedWords: ["Tizi Ouzou", "Agadir", "ⴰⴳⴰⴷⵉⵔ", "أكادير", "Béjaïa", "Bgayet", "Kabyle", "Tamazgha", "ⵜⴰⵎⴰⵣⵖⴰ", "Yennayer"],
  },
  {
    code: "arab-world", kind: "language-area", name: "Arab world", endonym: "العالم العربي", demonym: "Arab", ownDemonym: "عربي",
    aliases: ["Arab_World", "Arab world (Iraq, Jordan)", "Arab countries", "Arabic", "Arabic-speaking", "Arabic-speaking world", "Arab", "Arabs", "Arabian", "الوطن العربي", "عرب", "العرب"],
    languages: ["ar"], zone, neighbours: ["eg", "iq", "jo", "sa"],
    maskedWords: ["Cairo", "القاهرة", "Baghdad", "بغداد", "Damascus", "دمشق", "Riyadh", "الرياض", "dinar", "دينار", "بلاد العرب"],
  },
  {
    code: "dz", kind: "country", name: "Algeria", endonym: "الجزائر", demonym: "Algerian", ownDemonym: "جزائري",
    aliases: ["DZA", "Algerian", "Algérie", "Dzayer", "ⴷⵣⴰⵢⴻⵔ", "People's Democratic Republic of Algeria"],
    languages: ["ar", "kab", "fr"], zone, neighbours: ["ma", "tn", "amazigh", "ly"],
    maskedWords: ["Algiers", "الجزائر العاصمة", "Oran", "وهران", "Constantine", "قسنطينة", "Annaba", "عنابة", "Algerian dinar", "دينار جزائري", "DZD"],
  },
  {
    code: "eg", kind: "country", name: "Egypt", endonym: "مصر", demonym: "Egyptian", ownDemonym: "مصري",
    aliases: ["EGY", "Egyptian", "Arab Republic of Egypt", "Masr", "Misr", "جمهورية مصر العربية"],
    languages: ["ar", "arz"], zone, neighbours: ["sd", "ly", "jo", "arab-world"],
    maskedWords: ["Cairo", "القاهرة", "Alexandria", "الإسكندرية", "Giza", "الجيزة", "Egyptian pound", "جنيه مصري", "EGP", "Umm al-Dunya", "أم الدنيا"],
  },
  {
    code: "il", kind: "country", name: "Israel", endonym: "ישראל", demonym: "Israeli", ownDemonym: "ישראלי",
    aliases: ["ISR", "Israeli", "State of Israel", "מדינת ישראל", "إسرائيل"],
    languages: ["he", "ar", "ru"], zone, neighbours: ["ps", "lb", "jo"],
    maskedWords: ["Tel Aviv", "תל אביב", "Haifa", "חיפה", "Jerusalem", "ירושלים", "Beersheba", "באר שבע", "shekel", "שקל", "sabra", "צבר"],
  },
  {
    code: "iq", kind: "country", name: "Iraq", endonym: "العراق", demonym: "Iraqi", ownDemonym: "عراقي",
    aliases: ["IRQ", "Iraqi", "Republic of Iraq", "عراق"],
    languages: ["ar", "ckb", "ku"], zone, neighbours: ["sy", "jo", "kw", "kurdish"],
    maskedWords: ["Baghdad", "بغداد", "Basra", "البصرة", "Mosul", "الموصل", "Najaf", "النجف", "Iraqi dinar", "دينار عراقي", "Mesopotamia", "بلاد الرافدين"],
  },
  {
    code: "ir", kind: "country", name: "Iran", endonym: "ایران", demonym: "Iranian", ownDemonym: "ایرانی",
    aliases: ["IRN", "Iranian", "Persian", "Persia", "Islamic Republic of Iran", "Iran (Islamic Republic of)", "Iran, Islamic Republic of", "ايران"],
    languages: ["fa", "az-Arab", "ckb", "glk", "mzn", "lrc"], zone, neighbours: ["af", "az", "tj", "iq"],
    maskedWords: ["Tehran", "تهران", "Mashhad", "مشهد", "Isfahan", "اصفهان", "Shiraz", "شیراز", "Iranian rial", "toman", "تومان", "ریال", "ایران زمین"],
  },
  {
    code: "jo", kind: "country", name: "Jordan", endonym: "الأردن", demonym: "Jordanian", ownDemonym: "أردني",
    aliases: ["JOR", "Jordanian", "Hashemite Kingdom of Jordan", "الاردن"],
    languages: ["ar"], zone, neighbours: ["ps", "sy", "iq", "lb"],
    maskedWords: ["Amman", "عمّان", "Zarqa", "الزرقاء", "Irbid", "إربد", "Aqaba", "العقبة", "Jordanian dinar", "دينار أردني", "النشامى"],
  },
  {
    code: "kurdish", kind: "community", name: "Kurdish", endonym: "Kurd", demonym: "Kurdish", ownDemonym: "Kurd",
    aliases: ["Kurds", "Kurdistan", "Kurdish people", "کورد", "كورد", "کوردستان"],
    languages: ["ku", "ckb", "sdh"], zone, neighbours: ["tr", "iq", "ir", "sy"],
    maskedWords: ["Erbil", "Hewlêr", "هەولێر", "Sulaymaniyah", "سلێمانی", "Diyarbakır", "Amed", "Duhok", "Dihok", "دهۆک", "Sanandaj", "سنە"],
  },
  {
    code: "kw", kind: "country", name: "Kuwait", endonym: "الكويت", demonym: "Kuwaiti", ownDemonym: "كويتي",
    aliases: ["KWT", "Kuwaiti", "State of Kuwait", "كويت"],
    languages: ["ar", "en"], zone, neighbours: ["qa", "sa", "ae", "iq"],
    maskedWords: ["Kuwait City", "مدينة الكويت", "Hawalli", "حولي", "Salmiya", "السالمية", "Kuwaiti dinar", "دينار كويتي", "KWD"],
  },
  {
    code: "lb", kind: "country", name: "Lebanon", endonym: "لبنان", demonym: "Lebanese", ownDemonym: "لبناني",
    aliases: ["LBN", "Lebanese", "Lebanese Republic", "Liban"],
    languages: ["ar", "fr", "hyw"], zone, neighbours: ["sy", "jo", "ps"],
    maskedWords: ["Beirut", "بيروت", "Tripoli", "طرابلس", "Sidon", "صيدا", "Lebanese pound", "ليرة لبنانية", "LBP", "Land of the Cedars", "بلاد الأرز"],
  },
  {
    code: "ly", kind: "country", name: "Libya", endonym: "ليبيا", demonym: "Libyan", ownDemonym: "ليبي",
    aliases: ["LBY", "Libyan", "State of Libya"],
    languages: ["ar"], zone, neighbours: ["tn", "eg", "dz"],
    maskedWords: ["Tripoli", "طرابلس", "Benghazi", "بنغازي", "Misrata", "مصراتة", "Libyan dinar", "دينار ليبي", "LYD"],
  },
  {
    code: "ma", kind: "country", name: "Morocco", endonym: "المغرب", demonym: "Moroccan", ownDemonym: "مغربي",
    aliases: ["MAR", "Moroccan", "Kingdom of Morocco", "Maroc", "ⵍⵎⵖⵔⵉⴱ"],
    languages: ["ar", "ary", "zgh", "fr"], zone, neighbours: ["dz", "tn", "amazigh"],
    maskedWords: ["Casablanca", "الدار البيضاء", "Rabat", "الرباط", "فاس", "Marrakesh", "مراكش", "Moroccan dirham", "درهم مغربي", "المملكة المغربية"],
  },
  {
    code: "ps", kind: "country", name: "Palestine", endonym: "فلسطين", demonym: "Palestinian", ownDemonym: "فلسطيني",
    aliases: ["PSE", "Palestinian", "Palestinians", "State of Palestine", "Palestinian Territories", "Palestine, State of"],
    languages: ["ar"], zone, neighbours: ["jo", "lb", "sy", "il"],
    maskedWords: ["Ramallah", "رام الله", "Gaza", "غزة", "Nablus", "نابلس", "Hebron", "الخليل", "Jerusalem", "القدس", "shekel", "شيكل"],
  },
  {
    code: "qa", kind: "country", name: "Qatar", endonym: "قطر", demonym: "Qatari", ownDemonym: "قطري",
    aliases: ["QAT", "Qatari", "State of Qatar", "دولة قطر"],
    languages: ["ar", "en"], zone, neighbours: ["kw", "ae", "sa"],
    maskedWords: ["Doha", "الدوحة", "Al Rayyan", "الريان", "Al Wakrah", "الوكرة", "Qatari riyal", "ريال قطري", "QAR"],
  },
  {
    code: "sa", kind: "country", name: "Saudi Arabia", endonym: "السعودية", demonym: "Saudi", ownDemonym: "سعودي",
    aliases: ["SAU", "KSA", "Saudi", "Saudi_Arabia", "Saudi Arabian", "Kingdom of Saudi Arabia", "المملكة العربية السعودية"],
    languages: ["ar"], zone, neighbours: ["kw", "qa", "ae", "ye"],
    maskedWords: ["Riyadh", "الرياض", "Jeddah", "جدة", "Mecca", "مكة المكرمة", "Medina", "المدينة المنورة", "Saudi riyal", "ريال سعودي", "SAR"],
  },
  {
    code: "sd", kind: "country", name: "Sudan", endonym: "السودان", demonym: "Sudanese", ownDemonym: "سوداني",
    aliases: ["SDN", "Sudanese", "Republic of the Sudan", "سودان"],
    languages: ["ar", "apd", "fvr", "bej"], zone, neighbours: ["eg", "et", "er"],
    maskedWords: ["Khartoum", "الخرطوم", "Omdurman", "أم درمان", "Port Sudan", "بورتسودان", "Sudanese pound", "جنيه سوداني", "زول"],
  },
  {
    code: "sy", kind: "country", name: "Syria", endonym: "سوريا", demonym: "Syrian", ownDemonym: "سوري",
    aliases: ["SYR", "Syrian", "Syrian Arab Republic", "سورية"],
    languages: ["ar", "ku"], zone, neighbours: ["lb", "jo", "iq", "ps"],
    maskedWords: ["Damascus", "دمشق", "Aleppo", "حلب", "Homs", "حمص", "Latakia", "اللاذقية", "Syrian pound", "ليرة سورية", "Bilad al-Sham", "بلاد الشام"],
  },
  {
    code: "tn", kind: "country", name: "Tunisia", endonym: "تونس", demonym: "Tunisian", ownDemonym: "تونسي",
    aliases: ["TUN", "Tunisian", "Republic of Tunisia", "Tunisie"],
    languages: ["ar", "aeb", "fr"], zone, neighbours: ["dz", "ly", "ma"],
    maskedWords: ["Tunis", "تونس العاصمة", "Sfax", "صفاقس", "Sousse", "سوسة", "Kairouan", "القيروان", "Tunisian dinar", "دينار تونسي", "تونس الخضراء"],
  },
  {
    code: "tr", kind: "country", name: "Türkiye", endonym: "Türkiye", demonym: "Turkish", ownDemonym: "Türk",
    aliases: ["TUR", "Turkey", "Turkish", "Turk", "Republic of Türkiye", "Republic of Turkey", "Türkiye Cumhuriyeti"],
    languages: ["tr", "ku"], zone, neighbours: ["az", "kurdish", "gr", "ir"],
    maskedWords: ["Istanbul", "İstanbul", "Ankara", "Izmir", "İzmir", "Bursa", "Turkish lira", "Türk lirası", "Anadolu", "Anatolia"],
  },
  {
    code: "ye", kind: "country", name: "Yemen", endonym: "اليمن", demonym: "Yemeni", ownDemonym: "يمني",
    aliases: ["YEM", "Yemeni", "Republic of Yemen", "يمن"],
    languages: ["ar"], zone, neighbours: ["sa", "so", "er"],
    maskedWords: ["Sanaa", "صنعاء", "Aden", "عدن", "Taiz", "تعز", "Hadramawt", "حضرموت", "Yemeni rial", "ريال يمني"],
  },
] satisfies readonly Culture[];
