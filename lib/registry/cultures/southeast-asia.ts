// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Southeast Asia";

export const southeastAsia = [
  {
    code: "id", kind: "country", name: "Indonesia", endonym: "Indonesia", demonym: "Indonesian", ownDemonym: "orang Indonesia",
    aliases: ["IDN", "Indonesian", "Republic of Indonesia", "Republik Indonesia"],
    languages: ["id", "jv", "su", "mad", "min"], zone, neighbours: ["my", "javanese", "id-jb", "ph"],
    maskedWords: ["Jakarta", "Surabaya", "Medan", "Makassar", "rupiah", "Nusantara", "tanah air", "WNI"],
  },
  {
    code: "id-jb", kind: "region", name: "West Java", endonym: "Jawa Barat", demonym: "West Javanese", ownDemonym: "urang Jawa Barat",
    aliases: ["West_Java", "West Java (Indonesia)", "West Java, Indonesia", "West Javanese", "Jabar", "Jawa Kulon", "ᮏᮝ ᮊᮥᮜᮧᮔ᮪", "Sunda", "Sundanese", "Tatar Sunda"],
    languages: ["su", "id"], zone, neighbours: ["javanese", "id"],
    maskedWords: ["Bandung", "Bogor", "Bekasi", "Depok", "Cirebon", "Tasikmalaya", "urang Sunda", "Pasundan", "ᮞᮥᮔ᮪ᮓ", "rupiah"],
  },
  {
    code: "javanese", kind: "community", name: "Javanese", endonym: "Jawa", demonym: "Javanese", ownDemonym: "wong Jawa",
    aliases: ["Java", "Wong Jawa", "Tiyang Jawi", "Orang Jawa", "ꦗꦮ"],
    languages: ["jv", "id"], zone, neighbours: ["id-jb", "id"],
    maskedWords: ["Yogyakarta", "Ngayogyakarta", "Surakarta", "Semarang", "Surabaya", "Kejawen", "rupiah"],
  },
  {
    code: "kh", kind: "country", name: "Cambodia", endonym: "កម្ពុជា", demonym: "Cambodian", ownDemonym: "ជនជាតិខ្មែរ",
    aliases: ["KHM", "Cambodian", "Khmer", "Kampuchea", "Kingdom of Cambodia", "ខ្មែរ"],
    languages: ["km"], zone, neighbours: ["th", "la", "vn"],
    maskedWords: ["Phnom Penh", "ភ្នំពេញ", "Siem Reap", "សៀមរាប", "Battambang", "បាត់ដំបង", "riel", "រៀល", "ស្រុកខ្មែរ"],
  },
  {
    code: "la", kind: "country", name: "Laos", endonym: "ປະເທດລາວ", demonym: "Lao", ownDemonym: "ຄົນລາວ",
    aliases: ["LAO", "Lao PDR", "Lao People's Democratic Republic", "Laotian", "Lao", "ລາວ"],
    languages: ["lo"], zone, neighbours: ["th", "kh", "vn"],
    maskedWords: ["Vientiane", "ວຽງຈັນ", "Luang Prabang", "ຫຼວງພະບາງ", "Savannakhet", "ສະຫວັນນະເຂດ", "Pakse", "ປາກເຊ", "Lao kip", "ເງິນກີບ"],
  },
  {
    code: "mm", kind: "country", name: "Myanmar", endonym: "မြန်မာ", demonym: "Burmese", ownDemonym: "မြန်မာလူမျိုး",
    aliases: ["MMR", "Burma", "Burmese", "Myanmar (Burma)", "မြန်မာနိုင်ငံ"],
    languages: ["my", "shn", "ksw"], zone, neighbours: ["th", "la", "bd"],
    maskedWords: ["Yangon", "Rangoon", "ရန်ကုန်", "Mandalay", "မန္တလေး", "Naypyidaw", "နေပြည်တော်", "kyat", "ကျပ်ငွေ"],
  },
  {
    code: "my", kind: "country", name: "Malaysia", endonym: "Malaysia", demonym: "Malaysian", ownDemonym: "orang Malaysia",
    aliases: ["MYS", "Malaysian", "Federation of Malaysia", "مليسيا", "马来西亚", "மலேசியா"],
    languages: ["ms", "en", "zh-MY", "ta"], zone, neighbours: ["sg", "id", "th"],
    maskedWords: ["Kuala Lumpur", "Johor Bahru", "Penang", "Pulau Pinang", "Kota Kinabalu", "Kuching", "ringgit", "rakyat Malaysia"],
  },
  {
    code: "ph", kind: "country", name: "Philippines", endonym: "Pilipinas", demonym: "Filipino", ownDemonym: "Pilipino",
    aliases: ["PHL", "The Philippines", "Republic of the Philippines", "Filipino", "Filipina", "Pinoy", "Philippine"],
    languages: ["fil", "en", "ceb", "ilo", "hil"], zone, neighbours: ["id", "my", "vn"],
    maskedWords: ["Manila", "Maynila", "Quezon City", "Cebu", "Davao", "Philippine peso", "Pinay", "Inang Bayan"],
  },
  {
    code: "sg", kind: "country", name: "Singapore", endonym: "Singapore", demonym: "Singaporean", ownDemonym: "Singaporean",
    aliases: ["SGP", "Singaporean", "Republic of Singapore", "Singapura", "新加坡", "சிங்கப்பூர்"],
    languages: ["en", "zh-SG", "ms", "ta"], zone, neighbours: ["my", "hk", "id"],
    maskedWords: ["Jurong", "Tampines", "Orchard Road", "Singapore dollar", "SGD", "Lion City", "狮城", "Merlion"],
  },
  {
    code: "th", kind: "country", name: "Thailand", endonym: "ประเทศไทย", demonym: "Thai", ownDemonym: "คนไทย",
    aliases: ["THA", "Thai", "Kingdom of Thailand", "ไทย", "เมืองไทย"],
    languages: ["th", "tts", "nod"], zone, neighbours: ["la", "kh", "mm", "my"],
    maskedWords: ["Bangkok", "กรุงเทพ", "Chiang Mai", "เชียงใหม่", "Phuket", "ภูเก็ต", "Nonthaburi", "นนทบุรี", "Thai baht", "เงินบาท", "Land of Smiles", "สยาม"],
  },
  {
    code: "vn", kind: "country", name: "Vietnam", endonym: "Việt Nam", demonym: "Vietnamese", ownDemonym: "người Việt Nam",
    aliases: ["VNM", "Viet Nam", "Vietnamese", "Socialist Republic of Vietnam", "Socialist Republic of Viet Nam"],
    languages: ["vi"], zone, neighbours: ["la", "kh", "cn"],
    maskedWords: ["Hanoi", "Hà Nội", "Ho Chi Minh City", "Thành phố Hồ Chí Minh", "Saigon", "Sài Gòn", "Da Nang", "Đà Nẵng", "Huế", "đồng Việt Nam", "VND", "người Việt"],
  },
] satisfies readonly Culture[];
