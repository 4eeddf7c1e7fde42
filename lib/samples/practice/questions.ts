/** A question that is asked of every culture of the practice set, in the languages it is asked in. */
interface PracticeQuestion {
  topic: string;
  asked: Readonly<Record<string, string>>;
}

/** The eight questions of the practice set, by key: small moments that every newcomer meets. Written for Tessera. */
export const questions = {
  "dinner-gift": {
    topic: "greeting-and-courtesy",
    asked: {
      en: "A colleague has invited me home for dinner. What should I bring?",
      es: "Una compañera de trabajo me invitó a cenar a su casa. ¿Qué llevo?",
    },
  },
  "greet-an-elder": {
    topic: "respect-for-elders",
    asked: {
      en: "How do I greet my friend’s grandmother when we meet for the first time?",
      ur: "میں پہلی بار اپنے دوست کی دادی سے ملوں گا۔ انہیں سلام کیسے کروں؟",
      ar: "سأقابل جدة صديقي لأول مرة. كيف أسلّم عليها؟",
      hi: "मैं पहली बार अपने दोस्त की दादी से मिलूँगा। उनका अभिवादन कैसे करूँ?",
      ja: "友人のおばあさまに初めてお会いします。どのように挨拶すればよいですか。",
      th: "ฉันจะได้พบคุณยายของเพื่อนเป็นครั้งแรก ควรทักทายท่านอย่างไร",
      zh: "第一次见朋友的奶奶，应该怎么打招呼？",
    },
  },
  "new-year": {
    topic: "holidays-and-festivals",
    asked: {
      en: "How does a family see the new year in?",
      ur: "نئے سال پر گھروں میں کیا ہوتا ہے؟",
      ar: "كيف تستقبل الأسرة السنة الجديدة؟",
      hi: "नया साल घरों में कैसे मनाया जाता है?",
      ja: "家庭では年末年始をどのように過ごしますか。",
      th: "ครอบครัวฉลองปีใหม่กันอย่างไร",
      zh: "家里一般怎么过年？",
      es: "¿Cómo recibe el año nuevo una familia?",
    },
  },
  "paying-the-bill": {
    topic: "economic-behaviour",
    asked: {
      en: "I am eating out with friends. Who pays the bill?",
      ar: "أتعشى مع أصدقائي في مطعم. من يدفع الحساب؟",
      ja: "友人と外食します。支払いは誰がしますか。",
      th: "ไปกินข้าวนอกบ้านกับเพื่อน ใครเป็นคนจ่าย",
      zh: "和朋友出去吃饭，一般谁买单？",
    },
  },
  "shoes-at-the-door": {
    topic: "greeting-and-courtesy",
    asked: {
      en: "I am visiting a family at home. Should I take my shoes off at the door?",
      ur: "کسی کے گھر جاؤں تو کیا دروازے پر جوتے اتار دوں؟",
      hi: "किसी के घर जाऊँ तो क्या दरवाज़े पर जूते उतार दूँ?",
      th: "ไปบ้านคนอื่น ต้องถอดรองเท้าที่หน้าประตูไหม",
      zh: "去别人家做客，进门要换鞋吗？",
    },
  },
  "wedding-gift": {
    topic: "religion-and-life-rituals",
    asked: {
      en: "I am a guest at a wedding. What do I give the couple?",
      ur: "شادی میں مہمان ہوں۔ دولہا دلہن کو کیا دوں؟",
      ar: "أنا مدعو إلى فرح. ماذا أقدّم للعروسين؟",
      hi: "मुझे शादी में बुलाया गया है। वर-वधू को क्या दूँ?",
      ja: "結婚披露宴に招かれました。何を包めばよいですか。",
      es: "Estoy invitado a una boda. ¿Qué les regalo a los novios?",
    },
  },
  "second-helping": {
    topic: "dining-etiquette",
    asked: {
      en: "My host keeps filling my plate and I am full. How do I refuse without giving offence?",
      ur: "میزبان بار بار پلیٹ بھر رہے ہیں اور میرا پیٹ بھر چکا ہے۔ برا منوائے بغیر کیسے انکار کروں؟",
      ar: "صاحبة البيت تملأ طبقي مرة بعد مرة وأنا شبعت. كيف أعتذر دون أن أضايقها؟",
      ja: "お宅で何度もおかわりを勧められますが、もう満腹です。失礼のない断り方はありますか。",
      th: "เจ้าของบ้านคอยตักอาหารเพิ่มให้ แต่ฉันอิ่มแล้ว จะปฏิเสธอย่างไรไม่ให้เสียน้ำใจ",
      zh: "主人一直给我夹菜，可我已经吃饱了。怎么推辞才不失礼？",
      es: "Mi anfitriona me sigue sirviendo y ya no puedo más. ¿Cómo digo que no sin ofender?",
    },
  },
  breakfast: {
    topic: "food",
    asked: {
      en: "What is an ordinary breakfast at home?",
      hi: "घर का आम नाश्ता क्या होता है?",
      ja: "家庭のふだんの朝食はどのようなものですか。",
      th: "อาหารเช้าธรรมดาที่กินกันเป็นอย่างไร",
    },
  },
} as const satisfies Record<string, PracticeQuestion>;

export type QuestionName = keyof typeof questions;
