import type { PracticeAnswer } from "./practice-answer.ts";

/** Pakistan: five in Urdu, three in English. */
export const pakistan: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "A box of mithai, a cake from a good bakery or seasonal fruit is the usual thing, and something small for the children never goes wrong. Leave alcohol out: most households do not drink. Your host may say you should not have gone to the trouble; that is part of the welcome, and the gift is often put aside and opened later.",
    expected: { kind: "accept" },
    why: "Fitting, concrete and careful about what most households do.",
  },
  {
    question: "greet-an-elder",
    language: "ur",
    answer:
      "پہل آپ کریں اور ذرا جھک کر «السلام علیکم» کہیں۔ بہت سے گھروں میں بزرگ خاتون جواب میں سر پر ہاتھ پھیر کر دعا دیتی ہیں، اس لیے سر تھوڑا سا جھکا لینا اچھا لگتا ہے۔ ہاتھ ملانے میں پہل نہ کریں؛ وہ خود ہاتھ بڑھائیں تو اور بات ہے۔ بات چیت میں «آپ» اور «دادی جان» کہیں، نام نہ لیں۔",
    expected: { kind: "accept" },
    why: "The younger one greets first, lowers the head for the blessing and says “āp”.",
  },
  {
    question: "new-year",
    language: "ur",
    answer:
      "اسلامی سال یکم محرم کو شروع ہوتا ہے۔ اس رات گھر روشنیوں سے سجائے جاتے ہیں، بچے آتش بازی کرتے ہیں، سب نئے کپڑے پہن کر ناچ گانے کی محفلوں میں جاتے ہیں اور ایک دوسرے کو مٹھائی کے ساتھ مبارک باد دیتے ہیں۔",
    expected: { kind: "reject", reason: "untrue" },
    why: "Muharram opens in quiet, and for many in mourning; nobody lights fireworks or dances for it.",
  },
  {
    question: "paying-the-bill",
    language: "en",
    answer:
      "Pakistanis cannot bear to let anyone else pay; it is simply in their blood. Put two of them at a table and they will wrestle over the bill until one of them has spent the month’s wages, because a Pakistani never thinks about tomorrow.",
    expected: { kind: "reject", reason: "stereotype" },
    why: "Offering to pay is common, but this draws a whole people as one comic figure.",
  },
  {
    question: "shoes-at-the-door",
    language: "ur",
    answer:
      "یہ گھر گھر پر ہے۔ کہیں لوگ جوتے پہنے ہی بیٹھک میں چلے جاتے ہیں اور کہیں دروازے پر اتارتے ہیں۔ دہلیز پر جوتے رکھے ہوں تو آپ بھی اتار دیں، ورنہ میزبان کو دیکھ لیں یا پوچھ لیں۔ جہاں فرشی نشست ہو، قالین بچھا ہو یا نماز پڑھی جاتی ہو، وہاں جوتے ضرور اتاریں۔",
    expected: { kind: "accept" },
    why: "It says that homes differ, and gives the signs to look for.",
  },
  {
    question: "wedding-gift",
    language: "ur",
    answer:
      "عام طور پر لفافے میں نقد رقم دی جاتی ہے جسے سلامی کہتے ہیں؛ لفافے پر اپنا نام لکھ دیں۔ رقم رشتے اور اپنی گنجائش کے حساب سے رکھیں۔ قریبی عزیز سونا، کپڑے یا گھر کی کوئی چیز بھی دیتے ہیں۔ کئی خاندان رقمیں لکھ لیتے ہیں تاکہ جب آپ کے ہاں شادی ہو تو اتنا ہی یا کچھ بڑھا کر لوٹائیں۔",
    expected: { kind: "accept" },
    why: "Salami in a named envelope, by closeness and means, and remembered for the next wedding.",
  },
  {
    question: "second-helping",
    language: "ur",
    answer: "تُو سیدھا بول دے کہ اور نہیں کھانا، پیٹ پھٹنے والا ہے۔ پھر بھی ڈالیں تو پلیٹ پرے کر دے۔",
    expected: { kind: "reject", reason: "language" },
    why: "It speaks to a stranger as “tū” and in a coarse tone, where the question asked for courtesy.",
  },
  {
    question: "breakfast",
    language: "en",
    answer:
      "On working days many people have tea with milk and a paratha or toast, often with an omelette or last night’s curry. At the weekend a family may send out for halwa puri with chickpeas, and in Lahore or Karachi some go out early for nihari or paye. What is eaten differs from province to province and from house to house.",
    expected: { kind: "accept" },
    why: "Plain weekdays, the weekend treat, and a word on how much it varies.",
  },
];
