// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "South Asia";

export const southAsia = [
  {
    code: "af", kind: "country", name: "Afghanistan", endonym: "افغانستان", demonym: "Afghan", ownDemonym: "افغان",
    aliases: ["AFG", "Afghan", "Afghanistani", "افغان"],
    languages: ["fa-AF", "ps", "uz"], zone, neighbours: ["pashtun", "ir", "pk", "tj"],
    maskedWords: ["Kabul", "کابل", "Herat", "هرات", "Kandahar", "قندهار", "Mazar-i-Sharif", "مزار شریف", "afghani", "افغانی"],
  },
  {
    code: "bd", kind: "country", name: "Bangladesh", endonym: "বাংলাদেশ", demonym: "Bangladeshi", ownDemonym: "বাংলাদেশি",
    aliases: ["BGD", "Bangladeshi", "People's Republic of Bangladesh", "বাংলাদেশী"],
    languages: ["bn", "syl", "ctg"], zone, neighbours: ["bengali", "in", "pk"],
    maskedWords: ["Dhaka", "ঢাকা", "Chittagong", "Chattogram", "চট্টগ্রাম", "Sylhet", "সিলেট", "Khulna", "খুলনা", "Bangladeshi taka", "টাকা", "সোনার বাংলা"],
  },
  {
    code: "bengali", kind: "community", name: "Bengali", endonym: "বাঙালি", demonym: "Bengali", ownDemonym: "বাঙালি",
    aliases: ["Bengalis", "Bangali", "Bengal", "বাঙালী", "বাংলা"],
    languages: ["bn"], zone, neighbours: ["bd", "in-as", "in"],
    maskedWords: ["Kolkata", "Calcutta", "কলকাতা", "Howrah", "হাওড়া", "Dhaka", "ঢাকা", "West Bengal", "পশ্চিমবঙ্গ"],
  },
  {
    code: "bt", kind: "country", name: "Bhutan", endonym: "འབྲུག་ཡུལ", demonym: "Bhutanese", ownDemonym: "འབྲུག་པ",
    aliases: ["BTN", "Bhutanese", "Kingdom of Bhutan", "Druk Yul"],
    languages: ["dz", "ne", "tsj"], zone, neighbours: ["tibetan", "np", "in"],
    maskedWords: ["Thimphu", "ཐིམ་ཕུ", "Punakha", "སྤུ་ན་ཁ", "Phuntsholing", "ngultrum", "དངུལ་ཀྲམ", "Land of the Thunder Dragon", "Drukpa"],
  },
  {
    code: "in", kind: "country", name: "India", endonym: "भारत", demonym: "Indian", ownDemonym: "भारतीय",
    aliases: ["IND", "Indian", "Republic of India", "Bharat", "Hindustan", "हिन्दुस्तान", "हिंदुस्तान", "இந்தியா", "ভারত", "భారతదేశం"],
    languages: ["hi", "en", "bn", "mr", "te", "ta", "gu", "ur", "kn", "or", "ml", "pa"], zone, neighbours: ["pk", "bd", "np", "lk"],
    maskedWords: ["New Delhi", "Delhi", "दिल्ली", "Mumbai", "मुंबई", "Bengaluru", "Bangalore", "बेंगलुरु", "Indian rupee", "rupee", "रुपया", "रुपये", "desi", "देसी"],
  },
  {
    code: "in-as", kind: "region", name: "Assam", endonym: "অসম", demonym: "Assamese", ownDemonym: "অসমীয়া",
    aliases: ["Assam (India)", "Assam, India", "Assamese", "Asom", "Axom", "অসমীয়া"],
    languages: ["as", "bn", "brx"], zone, neighbours: ["bengali", "bd", "in"],
    maskedWords: ["Guwahati", "গুৱাহাটী", "Dibrugarh", "ডিব্ৰুগড়", "Jorhat", "যোৰহাট", "Tezpur", "তেজপুৰ", "Brahmaputra", "ব্ৰহ্মপুত্ৰ", "rupee", "Axomiya"],
  },
  {
    code: "in-kl", kind: "region", name: "Kerala", endonym: "കേരളം", demonym: "Malayali", ownDemonym: "മലയാളി",
    aliases: ["Kerala (India)", "Kerala, India", "Keralam", "Keralite", "Malayali", "Malayalee", "മലയാളി"],
    languages: ["ml", "en"], zone, neighbours: ["tamil", "lk", "in"],
    maskedWords: ["Kochi", "കൊച്ചി", "Thiruvananthapuram", "തിരുവനന്തപുരം", "Kozhikode", "കോഴിക്കോട്", "Thrissur", "തൃശൂർ", "rupee", "God's Own Country"],
  },
  {
    code: "lk", kind: "country", name: "Sri Lanka", endonym: "ශ්‍රී ලංකාව", demonym: "Sri Lankan", ownDemonym: "ශ්‍රී ලාංකික",
    aliases: ["LKA", "Sri Lankan", "ලංකාව", "இலங்கை"],
    languages: ["si", "ta", "en"], zone, neighbours: ["tamil", "in-kl", "in"],
    maskedWords: ["Colombo", "කොළඹ", "கொழும்பு", "Kandy", "මහනුවර", "Galle", "ගාල්ල", "Jaffna", "யாழ்ப்பாணம்", "Sri Lankan rupee", "රුපියල"],
  },
  {
    code: "np", kind: "country", name: "Nepal", endonym: "नेपाल", demonym: "Nepali", ownDemonym: "नेपाली",
    aliases: ["NPL", "Nepali", "Nepalese", "नेपाली"],
    languages: ["ne", "mai", "bho", "new"], zone, neighbours: ["in", "bt", "tibetan"],
    maskedWords: ["Kathmandu", "काठमाडौँ", "काठमाडौं", "Pokhara", "पोखरा", "Lalitpur", "ललितपुर", "Biratnagar", "विराटनगर", "Nepalese rupee", "रुपैयाँ"],
  },
  {
    code: "pashtun", kind: "community", name: "Pashtun", endonym: "پښتون", demonym: "Pashtun", ownDemonym: "پښتون",
    aliases: ["Pashtuns", "Pakhtun", "Pukhtun", "Pathan", "Pashto-speaking", "پښتانه"],
    languages: ["ps"], zone, neighbours: ["af", "pk", "punjabi"],
    maskedWords: ["Peshawar", "پېښور", "Kandahar", "کندهار", "Quetta", "Jalalabad", "جلال اباد", "Pashtunwali", "پښتونولي", "پښتونخوا"],
  },
  {
    code: "pk", kind: "country", name: "Pakistan", endonym: "پاکستان", demonym: "Pakistani", ownDemonym: "پاکستانی",
    aliases: ["PAK", "Pakistani", "Islamic Republic of Pakistan", "پاکستانی"],
    languages: ["ur", "pa-Arab", "ps", "sd", "skr", "en"], zone, neighbours: ["in", "punjabi", "pashtun", "bd"],
    maskedWords: ["Karachi", "کراچی", "Lahore", "لاہور", "Islamabad", "اسلام آباد", "Faisalabad", "فیصل آباد", "Pakistani rupee", "روپیہ", "روپے", "پاک سرزمین"],
  },
  {
    code: "punjabi", kind: "community", name: "Punjabi", endonym: "ਪੰਜਾਬੀ", demonym: "Punjabi", ownDemonym: "ਪੰਜਾਬੀ",
    aliases: ["Punjabis", "Panjabi", "Punjab", "ਪੰਜਾਬ", "پنجابی", "پنجاب"],
    languages: ["pa", "pa-Arab"], zone, neighbours: ["pk", "in", "pashtun"],
    maskedWords: ["Amritsar", "ਅੰਮ੍ਰਿਤਸਰ", "Ludhiana", "ਲੁਧਿਆਣਾ", "Lahore", "لاہور", "Chandigarh", "ਚੰਡੀਗੜ੍ਹ", "Punjabiyat", "ਪੰਜਾਬੀਅਤ"],
  },
  {
    code: "tamil", kind: "community", name: "Tamil", endonym: "தமிழர்", demonym: "Tamil", ownDemonym: "தமிழர்",
    aliases: ["Tamils", "Tamilian", "Tamil Nadu", "தமிழ்நாடு", "தமிழ்"],
    languages: ["ta"], zone, neighbours: ["in-kl", "lk", "in"],
    maskedWords: ["Chennai", "சென்னை", "Madurai", "மதுரை", "Coimbatore", "கோயம்புத்தூர்", "Jaffna", "யாழ்ப்பாணம்", "Tamizhar", "ரூபாய்"],
  },
] satisfies readonly Culture[];
