// biome-ignore-all format: a few fields on a line keep an entry readable at a glance
import type { Culture } from "#lib/schema/culture.ts";

const zone = "East Asia";

export const eastAsia = [
  {
    code: "cn", kind: "country", name: "China", endonym: "中国", demonym: "Chinese", ownDemonym: "中国人",
    aliases: ["CHN", "PRC", "P.R. China", "People's Republic of China", "Mainland China", "Chinese", "中國", "中华人民共和国", "Zhongguo"],
    languages: ["zh-CN", "yue", "wuu"], zone, neighbours: ["tw", "hk", "jp", "kr"],
    maskedWords: ["Beijing", "北京", "Shanghai", "上海", "Guangzhou", "广州", "renminbi", "人民币", "yuan", "Middle Kingdom", "中华", "华人"],
  },
  {
    code: "hk", kind: "region", name: "Hong Kong", endonym: "香港", demonym: "Hongkonger", ownDemonym: "香港人",
    aliases: ["HKG", "HK SAR", "Hong Kong SAR", "Hong Kong SAR China", "Hong Kong (China)", "Hongkongese", "Hongkonger"],
    languages: ["yue-HK", "zh-HK", "en"], zone, neighbours: ["cn", "tw", "sg"],
    maskedWords: ["Kowloon", "九龍", "New Territories", "新界", "Tsim Sha Tsui", "尖沙咀", "Hong Kong dollar", "港幣", "HKD"],
  },
  {
    code: "jp", kind: "country", name: "Japan", endonym: "日本", demonym: "Japanese", ownDemonym: "日本人",
    aliases: ["JPN", "Japanese", "日本国", "Nippon", "Nihon", "にほん", "ニッポン"],
    languages: ["ja"], zone, neighbours: ["kr", "cn", "tw"],
    maskedWords: ["Tokyo", "東京", "Osaka", "大阪", "Kyoto", "京都", "yen", "日本円", "Land of the Rising Sun", "和風"],
  },
  {
    code: "kp", kind: "country", name: "North Korea", endonym: "조선", demonym: "North Korean", ownDemonym: "조선사람",
    aliases: ["PRK", "DPRK", "North_Korea", "Korea, North", "Korea, Democratic People's Republic of", "Democratic People's Republic of Korea", "North Korean", "북한", "조선민주주의인민공화국"],
    languages: ["ko-KP"], zone, neighbours: ["kr", "cn"],
    maskedWords: ["Pyongyang", "평양", "Hamhung", "함흥", "Chongjin", "청진", "Wonsan", "원산", "North Korean won", "우리 공화국"],
  },
  {
    code: "kr", kind: "country", name: "South Korea", endonym: "한국", demonym: "South Korean", ownDemonym: "한국인",
    aliases: ["KOR", "ROK", "South_Korea", "Korea", "Korea, South", "Korea, Republic of", "Republic of Korea", "Korea (Republic of)", "South Korean", "Korean", "대한민국", "남한"],
    languages: ["ko"], zone, neighbours: ["kp", "jp", "cn"],
    maskedWords: ["Seoul", "서울", "Busan", "부산", "Incheon", "인천", "Korean won", "KRW", "Hanguk", "우리나라"],
  },
  {
    code: "mn", kind: "country", name: "Mongolia", endonym: "Монгол Улс", demonym: "Mongolian", ownDemonym: "монгол хүн",
    aliases: ["MNG", "Mongolian", "Монгол", "ᠮᠣᠩᠭᠣᠯ"],
    languages: ["mn", "kk"], zone, neighbours: ["kz", "tibetan", "cn"],
    maskedWords: ["Ulaanbaatar", "Ulan Bator", "Улаанбаатар", "Erdenet", "Эрдэнэт", "Darkhan", "Дархан", "tögrög", "tugrik", "төгрөг"],
  },
  {
    code: "tibetan", kind: "community", name: "Tibetan", endonym: "བོད", demonym: "Tibetan", ownDemonym: "བོད་པ",
    aliases: ["Tibet", "Tibetans", "Tibetan people", "བོད་པ", "བོད་ཡུལ"],
    languages: ["bo"], zone, neighbours: ["bt", "np", "mn", "cn"],
    maskedWords: ["Lhasa", "ལྷ་ས", "Shigatse", "གཞིས་ཀ་རྩེ", "Amdo", "ཨ་མདོ", "Kham", "ཁམས", "Land of Snows", "གངས་ལྗོངས"],
  },
  {
    code: "tw", kind: "country", name: "Taiwan", endonym: "臺灣", demonym: "Taiwanese", ownDemonym: "臺灣人",
    aliases: ["TWN", "Taiwanese", "Taiwan ROC", "Republic of China", "Chinese Taipei", "台灣", "台湾", "中華民國"],
    languages: ["zh-TW", "nan", "hak"], zone, neighbours: ["hk", "cn", "jp"],
    maskedWords: ["Taipei", "臺北", "台北", "Kaohsiung", "高雄", "Taichung", "臺中", "台中", "New Taiwan dollar", "新臺幣", "NTD", "Formosa", "福爾摩沙"],
  },
] satisfies readonly Culture[];
