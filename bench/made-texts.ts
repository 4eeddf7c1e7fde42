/** Texts for made-up projects: they read like questions and answers about daily life, in six languages and five scripts. */
export interface MadeTexts {
  language: string;
  questions: readonly string[];
  sentences: readonly string[];
}

interface Words {
  language: string;
  between: string;
  ask: readonly [string, string][];
  say: readonly [string, string, string][];
  who: readonly string[];
  what: readonly string[];
  when: readonly string[];
  syllables: readonly string[];
}

const split = (text: string) => text.split("|");

/** `ask`: before and after the thing asked about. `say`: before a person, between person and thing, after the thing. */
const languages: readonly Words[] = [
  {
    language: "en",
    between: " ",
    ask: [
      ["What do people do with", "at home?"],
      ["How is", "offered to a guest?"],
      ["Who pays for", "when friends meet?"],
      ["Is it polite to refuse", "the first time?"],
      ["What does it mean when", "is left untouched?"],
      ["Why does the family keep", "until the new year?"],
    ],
    say: [
      ["In our street", "always brings", "before anybody asks."],
      ["Usually", "would keep", "for the elders and serve the children later."],
      ["My aunt says that", "never accepts", "without offering something in return."],
      ["On such a day", "prepares", "and the neighbours come by."],
      ["It would be rude if", "took", "with the left hand."],
    ],
    who: split(
      "the host|the eldest son|a neighbour|the grandmother|the bride|the teacher|a colleague|the shopkeeper|a guest|the uncle|the baker|a cousin",
    ),
    what: split(
      "tea|rice|bread|a gift|the last piece of cake|coffee|a lantern|flowers|money in an envelope|soup|a blanket|dumplings|honey|olives|a letter|salt|a new coat|dates|the big table|sweets|a candle|fish|an umbrella|shoes",
    ),
    when: split(
      "in the morning|at a wedding|during the harvest|after prayer|on a rainy evening|at the market|in the office|before the journey|at a funeral|on the first day of school",
    ),
    syllables: split("ka|lo|mi|ten|sur|va|del|ori|pan|shu|bei|tal|nor|esh|gri|um|fa|jo|wex|qui"),
  },
  {
    language: "ja",
    between: "",
    ask: [
      ["家で", "はどうしますか。"],
      ["お客さんに", "を出すときの作法は何ですか。"],
      ["友達と会うとき、", "の代金は誰が払いますか。"],
      ["最初に", "を断るのは礼儀ですか。"],
      ["なぜ正月まで", "を取っておくのですか。"],
    ],
    say: [
      ["たいてい", "が", "を先に用意します。"],
      ["この町では", "が", "を近所に配ります。"],
      ["祖母によると、", "は", "を両手で受け取ります。"],
      ["そういう日には", "が", "を並べて皆を待ちます。"],
    ],
    who: split("主人|長男|隣の人|おばあさん|花嫁|先生|同僚|店の人|客|叔父"),
    what: split(
      "お茶|ご飯|お餅|贈り物|最後の一切れ|提灯|花|お年玉|味噌汁|布団|饅頭|魚|手紙|塩|傘|靴|お菓子|着物|蕎麦|団子",
    ),
    when: split("朝に|結婚式で|祭りの間|雨の夜に|市場で|会社で|旅の前に|葬式で|入学式の日に"),
    syllables: split("カ|ロ|ミ|テン|スル|バ|デル|オリ|パン|シュ|ベイ|タル|ノル|エシ|グリ|ファ|ジョ|ウェ"),
  },
  {
    language: "zh",
    between: "",
    ask: [
      ["家里一般怎么准备", "？"],
      ["客人来了怎么请他用", "？"],
      ["朋友见面时谁付", "的钱？"],
      ["第一次推辞", "算不算客气？"],
      ["为什么要把", "留到过年？"],
    ],
    say: [
      ["平时", "会先把", "端上来。"],
      ["我们那里", "总是送", "给邻居。"],
      ["奶奶说", "要用双手接", "。"],
      ["那一天", "会准备", "，大家一起等。"],
    ],
    who: split("主人|长子|邻居|奶奶|新娘|老师|同事|店主|客人|叔叔"),
    what: split(
      "茶|米饭|饺子|礼物|最后一块点心|灯笼|鲜花|红包|热汤|被子|月饼|鱼|书信|盐|雨伞|布鞋|糖果|新衣服|面条|豆腐",
    ),
    when: split("早上|在婚礼上|收割的时候|下雨的晚上|在市场|在办公室|出门以前|在葬礼上|开学那天"),
    syllables: split("安|博|晨|德|恩|芳|光|海|嘉|凯|兰|明|宁|鹏|强|荣|山|天|文|小"),
  },
  {
    language: "ar",
    between: " ",
    ask: [
      ["ماذا يفعل الناس مع", "في البيت؟"],
      ["كيف يقدَّم", "للضيف؟"],
      ["من يدفع ثمن", "عند لقاء الأصدقاء؟"],
      ["هل من الأدب رفض", "في المرة الأولى؟"],
      ["لماذا تحتفظ العائلة بـ", "حتى العيد؟"],
    ],
    say: [
      ["في حارتنا", "يحضر دائما", "قبل أن يسأل أحد."],
      ["عادة", "يترك", "لكبار السن."],
      ["تقول خالتي إن", "لا يقبل", "دون أن يقدم شيئا."],
      ["في مثل هذا اليوم", "يجهز", "ويأتي الجيران."],
    ],
    who: split("المضيف|الابن الأكبر|الجار|الجدة|العروس|المعلم|الزميل|البائع|الضيف|العم"),
    what: split(
      "الشاي|الأرز|الخبز|الهدية|القهوة|الفانوس|الزهور|النقود|الحساء|البطانية|العسل|الزيتون|الرسالة|الملح|المعطف|التمر|المائدة|الحلوى|الشمعة|السمك",
    ),
    when: split("في الصباح|في العرس|وقت الحصاد|بعد الصلاة|في مساء ممطر|في السوق|في المكتب|قبل السفر|في العزاء"),
    syllables: split("كا|لو|مي|تن|سور|فا|دل|ري|بان|شو|بي|طال|نور|إش|غر|أم|فا|جو"),
  },
  {
    language: "hi",
    between: " ",
    ask: [
      ["घर पर", "का क्या किया जाता है?"],
      ["मेहमान को", "कैसे दिया जाता है?"],
      ["दोस्तों के बीच", "का पैसा कौन देता है?"],
      ["क्या पहली बार", "मना करना शिष्ट है?"],
      ["परिवार त्योहार तक", "क्यों रखता है?"],
    ],
    say: [
      ["हमारी गली में", "हमेशा", "पहले लाते हैं।"],
      ["अक्सर", "पहले", "बड़ों को देते हैं।"],
      ["मौसी कहती हैं कि", "कभी", "खाली हाथ नहीं लेते।"],
      ["ऐसे दिन", "मिलकर", "तैयार करते हैं।"],
    ],
    who: split("मेज़बान|बड़ा बेटा|पड़ोसी|दादी|दुल्हन|शिक्षक|सहकर्मी|दुकानदार|मेहमान|चाचा"),
    what: split("चाय|चावल|रोटी|उपहार|मिठाई|दीया|फूल|लिफ़ाफ़ा|दाल|कंबल|शहद|अचार|चिट्ठी|नमक|शॉल|खजूर|लड्डू|मोमबत्ती|मछली|छाता"),
    when: split("सुबह|शादी में|फ़सल के समय|पूजा के बाद|बरसात की शाम|बाज़ार में|दफ़्तर में|यात्रा से पहले|स्कूल के पहले दिन"),
    syllables: split("का|लो|मी|तन|सूर|वा|देल|ओरी|पान|शू|बे|ताल|नोर|एश|ग्री|उम|फा|जो"),
  },
  {
    language: "th",
    between: "",
    ask: [
      ["ที่บ้านทำอย่างไรกับ", ""],
      ["เสิร์ฟ", "ให้แขกอย่างไร"],
      ["เพื่อนพบกันใครจ่ายค่า", ""],
      ["ปฏิเสธ", "ครั้งแรกถือว่าสุภาพไหม"],
      ["ทำไมครอบครัวเก็บ", "ไว้จนถึงปีใหม่"],
    ],
    say: [
      ["ปกติ", "จะเตรียม", "ไว้ก่อน"],
      ["ในซอยของเรา", "มักแบ่ง", "ให้เพื่อนบ้าน"],
      ["คุณยายบอกว่า", "ต้องรับ", "ด้วยสองมือ"],
      ["ในวันแบบนั้น", "จะจัด", "รอทุกคน"],
    ],
    who: split("เจ้าบ้าน|ลูกชายคนโต|เพื่อนบ้าน|คุณยาย|เจ้าสาว|ครู|เพื่อนร่วมงาน|แม่ค้า|แขก|ลุง"),
    what: split(
      "ชา|ข้าว|ขนม|ของขวัญ|กาแฟ|โคม|ดอกไม้|ซองเงิน|แกง|ผ้าห่ม|น้ำผึ้ง|ผลไม้|จดหมาย|เกลือ|ร่ม|รองเท้า|เทียน|ปลา|เสื้อใหม่|น้ำพริก",
    ),
    when: split("ตอนเช้า|ในงานแต่งงาน|ช่วงเก็บเกี่ยว|หลังทำบุญ|เย็นวันฝนตก|ที่ตลาด|ที่ทำงาน|ก่อนเดินทาง|ในงานศพ"),
    syllables: split("กา|โล|มี|เต็น|สุ|วา|เดล|โอ|ปัน|ชู|เบ|ตาล|นอ|เอ|กรี|อุ|ฟา|โจ"),
  },
];

/** So many different texts of each kind a language has; rows take common ones more often than rare ones. */
export const textsPerLanguage = 4000;

/** The texts of every language, the same at every run. */
export function madeTexts(): MadeTexts[] {
  return languages.map((words) => ({
    language: words.language,
    questions: Array.from({ length: textsPerLanguage }, (_, index) => questionOf(words, index)),
    sentences: Array.from({ length: textsPerLanguage }, (_, index) => sentenceOf(words, index)),
  }));
}

function questionOf({ ask, what, when, between }: Words, index: number): string {
  const [before, after] = pick(ask, index, 1);
  return tidy([pick(when, index, 2), before, pick(what, index, 3), after].join(between));
}

/** One sentence in two names a person by an invented name; each name is in few sentences, so that rare words exist. */
function sentenceOf({ say, who, what, when, between, syllables }: Words, index: number): string {
  const [before, middle, after] = pick(say, index, 4);
  const name = [5, 6, 7].map((part) => pick(syllables, index, part)).join("");
  const person = index % 2 === 0 ? pick(who, index, 8) : name.charAt(0).toUpperCase() + name.slice(1);
  return tidy([before, person, middle, pick(what, index, 9), after, pick(when, index, 10)].join(between));
}

const tidy = (text: string) => text.trim();

/** A choice that looks like chance and is not. */
function pick<Item>(items: readonly Item[], index: number, part: number): Item {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(part, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  const item = items[((mixed ^ (mixed >>> 15)) >>> 0) % items.length];
  if (item === undefined) throw new RangeError("nothing to choose from");
  return item;
}
