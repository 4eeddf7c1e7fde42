// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "Sub-Saharan Africa";

export const subSaharanAfrica = [
  {
    code: "ao", kind: "country", name: "Angola", endonym: "Angola", demonym: "Angolan", ownDemonym: "angolano",
    aliases: ["AGO", "Angolan", "Republic of Angola", "República de Angola"],
    languages: ["pt", "umb", "kmb", "kg"], zone, neighbours: ["mz", "cd", "br"],
    maskedWords: ["Luanda", "Huambo", "Benguela", "Lubango", "Lobito", "Angolan kwanza", "kwanza", "angolana"],
  },
  {
    code: "cd", kind: "country", name: "Democratic Republic of the Congo", endonym: "République démocratique du Congo", demonym: "Congolese", ownDemonym: "Congolais",
    aliases: ["COD", "DRC", "DR Congo", "D.R. Congo", "Congo-Kinshasa", "Congo (Kinshasa)", "Congo, Democratic Republic of the", "RDC", "Congolese"],
    languages: ["fr", "ln", "sw", "lua", "kg"], zone, neighbours: ["rw", "ao", "cm", "ug"],
    maskedWords: ["Kinshasa", "Lubumbashi", "Goma", "Kisangani", "Bukavu", "Congolese franc", "franc congolais", "Kongo", "Congolaise"],
  },
  {
    code: "ci", kind: "country", name: "Côte d’Ivoire", endonym: "Côte d’Ivoire", demonym: "Ivorian", ownDemonym: "Ivoirien",
    aliases: ["CIV", "Cote d'Ivoire", "Ivory Coast", "Ivorian", "Ivoirien"],
    languages: ["fr", "dyu", "bci"], zone, neighbours: ["gh", "sn", "cm"],
    maskedWords: ["Abidjan", "Bouaké", "Yamoussoukro", "San-Pédro", "CFA franc", "franc CFA", "Ivoirienne", "Éburnie"],
  },
  {
    code: "cm", kind: "country", name: "Cameroon", endonym: "Cameroun", demonym: "Cameroonian", ownDemonym: "Camerounais",
    aliases: ["CMR", "Cameroonian", "Republic of Cameroon"],
    languages: ["fr", "en", "wes", "ff"], zone, neighbours: ["ng", "cd", "ci"],
    maskedWords: ["Douala", "Yaoundé", "Bamenda", "Bafoussam", "Garoua", "CFA franc", "franc CFA", "Camerounaise"],
  },
  {
    code: "east-africa", kind: "language-area", name: "East Africa (Swahili-speaking)", endonym: "Afrika Mashariki", demonym: "East African", ownDemonym: "Mwafrika Mashariki",
    aliases: ["East_Africa", "East Africa", "Eastern Africa", "East African", "Swahili", "Kiswahili", "Swahili-speaking", "Waswahili", "Swahili-speaking world"],
    languages: ["sw", "en"], zone, neighbours: ["ke", "tz", "ug", "rw"],
    maskedWords: ["Nairobi", "Dar es Salaam", "Mombasa", "Kampala", "Zanzibar", "shilling", "shilingi", "Uswahilini"],
  },
  {
    code: "er", kind: "country", name: "Eritrea", endonym: "ኤርትራ", demonym: "Eritrean", ownDemonym: "ኤርትራዊ",
    aliases: ["ERI", "Eritrean", "State of Eritrea", "إرتريا"],
    languages: ["ti", "tig", "ar"], zone, neighbours: ["et", "sd", "so"],
    maskedWords: ["Asmara", "ኣስመራ", "Massawa", "ምጽዋዕ", "Eritrean nakfa", "ናቕፋ", "Habesha", "ሓበሻ"],
  },
  {
    code: "et", kind: "country", name: "Ethiopia", endonym: "ኢትዮጵያ", demonym: "Ethiopian", ownDemonym: "ኢትዮጵያዊ",
    aliases: ["ETH", "Ethiopian", "Federal Democratic Republic of Ethiopia", "Itoophiyaa"],
    languages: ["am", "om", "ti", "so", "sid"], zone, neighbours: ["er", "so", "sd", "ke"],
    maskedWords: ["Addis Ababa", "አዲስ አበባ", "Finfinnee", "Bahir Dar", "ባሕር ዳር", "Gondar", "ጎንደር", "Hawassa", "ሐዋሳ", "Ethiopian birr", "ብር", "Habesha", "ሐበሻ"],
  },
  {
    code: "gh", kind: "country", name: "Ghana", endonym: "Ghana", demonym: "Ghanaian", ownDemonym: "Ghanaian",
    aliases: ["GHA", "Ghanaian", "Republic of Ghana", "Gaana"],
    languages: ["en", "ak", "ee", "gaa", "dag"], zone, neighbours: ["ng", "ci", "yoruba"],
    maskedWords: ["Accra", "Kumasi", "Tema", "Takoradi", "Cape Coast", "cedi", "Ghana cedi", "Ghanafo"],
  },
  {
    code: "hausa", kind: "community", name: "Hausa", endonym: "Hausawa", demonym: "Hausa", ownDemonym: "Bahaushe",
    aliases: ["Hausa people", "Hausa-speaking", "Bahaushe", "Bahaushiya", "Kasar Hausa", "Hausaland"],
    languages: ["ha"], zone, neighbours: ["ng-north", "yoruba", "ng"],
    maskedWords: ["Kano", "Katsina", "Sokoto", "Zaria", "Zazzau", "Maradi", "naira", "Ƙasar Hausa"],
  },
  {
    code: "igbo", kind: "community", name: "Igbo", endonym: "Ndị Igbo", demonym: "Igbo", ownDemonym: "onye Igbo",
    aliases: ["Ibo", "Igbo people", "Ndigbo", "Ala Igbo", "Igboland"],
    languages: ["ig"], zone, neighbours: ["yoruba", "ng", "hausa"],
    maskedWords: ["Enugu", "Onitsha", "Ọnịcha", "Owerri", "Nnewi", "naira", "Igboland"],
  },
  {
    code: "ke", kind: "country", name: "Kenya", endonym: "Kenya", demonym: "Kenyan", ownDemonym: "Mkenya",
    aliases: ["KEN", "Kenyan", "Republic of Kenya", "Jamhuri ya Kenya"],
    languages: ["sw", "en", "ki", "luo", "kam"], zone, neighbours: ["tz", "ug", "east-africa"],
    maskedWords: ["Nairobi", "Mombasa", "Kisumu", "Nakuru", "Eldoret", "Kenyan shilling", "KSh", "shilingi", "Wakenya"],
  },
  {
    code: "mg", kind: "country", name: "Madagascar", endonym: "Madagasikara", demonym: "Malagasy", ownDemonym: "Malagasy",
    aliases: ["MDG", "Malagasy", "Republic of Madagascar"],
    languages: ["mg", "fr"], zone, neighbours: ["mz", "id"],
    maskedWords: ["Antananarivo", "Toamasina", "Antsirabe", "Fianarantsoa", "Mahajanga", "ariary", "Nosy Be", "Malagasy"],
  },
  {
    code: "mz", kind: "country", name: "Mozambique", endonym: "Moçambique", demonym: "Mozambican", ownDemonym: "moçambicano",
    aliases: ["MOZ", "Mozambican", "Republic of Mozambique", "República de Moçambique"],
    languages: ["pt", "vmw", "ts", "seh"], zone, neighbours: ["ao", "zw", "tz"],
    maskedWords: ["Maputo", "Nampula", "Matola", "Quelimane", "Mozambican metical", "metical", "meticais", "moçambicana"],
  },
  {
    code: "ng", kind: "country", name: "Nigeria", endonym: "Nigeria", demonym: "Nigerian", ownDemonym: "Nigerian",
    aliases: ["NGA", "Nigerian", "Naija", "Federal Republic of Nigeria", "Najeriya", "Nàìjíríà"],
    languages: ["en", "pcm", "ha", "yo", "ig", "ff"], zone, neighbours: ["gh", "yoruba", "igbo", "ng-north"],
    maskedWords: ["Lagos", "Èkó", "Abuja", "Ibadan", "Port Harcourt", "Benin City", "naira", "Naija", "₦"],
  },
  {
    code: "ng-north", kind: "region", name: "Northern Nigeria", endonym: "Arewacin Najeriya", demonym: "Northern Nigerian", ownDemonym: "ɗan Arewa",
    aliases: ["Northern_Nigeria", "North Nigeria", "Nigeria (North)", "Nigeria (Northern)", "Northern Nigerian", "Arewa", "Arewacin Nijeriya"],
    languages: ["ha", "ff", "kr", "en"], zone, neighbours: ["hausa", "ng", "yoruba"],
    maskedWords: ["Kano", "Kaduna", "Maiduguri", "Sokoto", "Katsina", "naira", "'yan Arewa", "Arewa"],
  },
  {
    code: "rw", kind: "country", name: "Rwanda", endonym: "u Rwanda", demonym: "Rwandan", ownDemonym: "Umunyarwanda",
    aliases: ["RWA", "Rwandan", "Rwandese", "Republic of Rwanda"],
    languages: ["rw", "en", "fr", "sw"], zone, neighbours: ["ug", "tz", "cd", "east-africa"],
    maskedWords: ["Kigali", "Huye", "Butare", "Musanze", "Gisenyi", "Rwandan franc", "Abanyarwanda", "Land of a Thousand Hills"],
  },
  {
    code: "sn", kind: "country", name: "Senegal", endonym: "Sénégal", demonym: "Senegalese", ownDemonym: "Sénégalais",
    aliases: ["SEN", "Senegalese", "Republic of Senegal", "Senegaal"],
    languages: ["wo", "fr", "ff", "srr"], zone, neighbours: ["ci", "gh", "ma"],
    maskedWords: ["Dakar", "Ndakaaru", "Touba", "Tuubaa", "Thiès", "Saint-Louis", "Ndar", "CFA franc", "franc CFA", "Teranga"],
  },
  {
    code: "so", kind: "country", name: "Somalia", endonym: "Soomaaliya", demonym: "Somali", ownDemonym: "Soomaali",
    aliases: ["SOM", "Somali", "Somalis", "Somalian", "Federal Republic of Somalia", "Soomaali", "الصومال"],
    languages: ["so", "ar"], zone, neighbours: ["et", "er", "ye", "ke"],
    maskedWords: ["Mogadishu", "Muqdisho", "Hargeisa", "Hargeysa", "Bosaso", "Kismayo", "Somali shilling", "shilin Soomaali"],
  },
  {
    code: "tz", kind: "country", name: "Tanzania", endonym: "Tanzania", demonym: "Tanzanian", ownDemonym: "Mtanzania",
    aliases: ["TZA", "Tanzanian", "United Republic of Tanzania", "Tanzania, United Republic of"],
    languages: ["sw", "en", "suk"], zone, neighbours: ["ke", "ug", "east-africa", "mz"],
    maskedWords: ["Dar es Salaam", "Dodoma", "Mwanza", "Arusha", "Zanzibar", "Tanzanian shilling", "shilingi", "Watanzania"],
  },
  {
    code: "ug", kind: "country", name: "Uganda", endonym: "Uganda", demonym: "Ugandan", ownDemonym: "Ugandan",
    aliases: ["UGA", "Ugandan", "Republic of Uganda"],
    languages: ["en", "lg", "sw", "nyn", "xog"], zone, neighbours: ["ke", "rw", "tz", "east-africa"],
    maskedWords: ["Kampala", "Entebbe", "Gulu", "Jinja", "Mbarara", "Ugandan shilling", "Bannayuganda", "Pearl of Africa"],
  },
  {
    code: "yoruba", kind: "community", name: "Yoruba", endonym: "Yorùbá", demonym: "Yoruba", ownDemonym: "ọmọ Yorùbá",
    aliases: ["Yoruba people", "Yoruba-speaking", "Ọmọ Yorùbá", "Yorubaland", "Ilẹ̀ Yorùbá"],
    languages: ["yo"], zone, neighbours: ["igbo", "hausa", "ng"],
    maskedWords: ["Ibadan", "Ìbàdàn", "Abeokuta", "Abẹ́òkúta", "Ife", "Ilé-Ifẹ̀", "Lagos", "Èkó", "naira", "Oduduwa", "Odùduwà"],
  },
  {
    code: "za", kind: "country", name: "South Africa", endonym: "South Africa", demonym: "South African", ownDemonym: "South African",
    aliases: ["ZAF", "RSA", "South_Africa", "South African", "Republic of South Africa", "Mzansi", "Suid-Afrika", "iNingizimu Afrika", "uMzantsi Afrika"],
    languages: ["en", "zu", "xh", "af", "nso", "tn", "st", "ts"], zone, neighbours: ["zulu", "zw", "mz"],
    maskedWords: ["Johannesburg", "eGoli", "Cape Town", "Kaapstad", "Durban", "eThekwini", "Pretoria", "South African rand", "Rainbow Nation"],
  },
  {
    code: "zulu", kind: "community", name: "Zulu", endonym: "amaZulu", demonym: "Zulu", ownDemonym: "umZulu",
    aliases: ["Zulus", "Zulu people", "isiZulu", "KwaZulu"],
    languages: ["zu"], zone, neighbours: ["za", "zw"],
    maskedWords: ["Durban", "eThekwini", "Ulundi", "oLundi", "Pietermaritzburg", "uMgungundlovu", "KwaZulu-Natal", "South African rand"],
  },
  {
    code: "zw", kind: "country", name: "Zimbabwe", endonym: "Zimbabwe", demonym: "Zimbabwean", ownDemonym: "Zimbabwean",
    aliases: ["ZWE", "Zimbabwean", "Republic of Zimbabwe"],
    languages: ["sn", "nd", "en"], zone, neighbours: ["za", "mz", "zulu"],
    maskedWords: ["Harare", "Bulawayo", "Mutare", "Gweru", "Masvingo", "Zimbabwean dollar", "Zimbabwe Gold", "vana veZimbabwe"],
  },
] satisfies readonly Culture[];
