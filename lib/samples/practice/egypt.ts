import type { PracticeAnswer } from "./practice-answer.ts";

/** Egypt: five in Arabic, three in English. */
export const egypt: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "Pastries from a good shop are the safe choice: a tray of basbousa or kunafa, or a cake, or a few kilos of good fruit. Hand them over at the door and expect to hear that you should have come empty-handed. Come hungry; there will be more food than anyone can eat, and coming back for more pleases the cook.",
    expected: { kind: "accept" },
    why: "The usual gift, and what will be said when it is given.",
  },
  {
    question: "greet-an-elder",
    language: "ar",
    answer:
      "ابدأ أنت بالسلام: «السلام عليكم» أو «مساء الخير يا حاجّة»، واسأل عن صحتها: «إزّي حضرتك؟». إن كنت رجلًا فانتظر حتى تمدّ هي يدها، وإن كنتِ امرأة فالأغلب أن تقبّلك على الخدين. كثيرون يقبّلون يد جدّتهم أو رأسها، لكن هذا لا يُنتظر من ضيف. لا تنادِها باسمها مجردًا.",
    expected: { kind: "accept" },
    why: "Who begins, who waits for whose hand, and a fitting form of address.",
  },
  {
    question: "new-year",
    language: "ar",
    answer:
      "تجتمع الأسرة المصرية عند لحظة الاعتدال الربيعي حول سفرة «هفت سين» وعليها سبعة أشياء تبدأ أسماؤها بحرف السين، وبجانبها مرآة وشموع وسمك أحمر في وعاء، ثم تزور الأسرة الأقارب ثلاثة عشر يومًا.",
    expected: { kind: "reject", reason: "other-culture" },
    why: "This is Nowruz as Iranians keep it; Egypt’s feast of spring is Sham el-Nessim.",
  },
  {
    question: "paying-the-bill",
    language: "ar",
    answer:
      "من دعا يدفع في الأغلب، ومع ذلك يتنافس الباقون: «والله ما حد دافع غيري». بين الأصحاب يدفع كل مرة واحد، فتدور النوبة عليهم. والطلبة والشباب كثيرًا ما يقسمون الحساب، ويسمّون ذلك «إنجليزي». إن أردت أن تدفع فادفع بهدوء قبل أن يأتي الحساب إلى الطاولة.",
    expected: { kind: "accept" },
    why: "The contest, the turns among friends, and the split that Egyptians call “English”.",
  },
  {
    question: "shoes-at-the-door",
    language: "en",
    answer:
      "Cairo has a lively shoe trade. Around Talaat Harb Street you will find shop after shop with leather shoes at every price, and it is worth comparing before you buy. Go in the evening, when the windows are lit and the streets are full.",
    expected: { kind: "reject", reason: "off-question" },
    why: "It is about buying shoes; the question was whether to take them off.",
  },
  {
    question: "wedding-gift",
    language: "ar",
    answer:
      "المعتاد «النقطة»: مبلغ في ظرف يُعطى للعروسين أو لأهلهما، على قدر القرابة والاستطاعة، وتُردّ في أفراحكم فيما بعد. المقرّبون يهدون ذهبًا أو جهازًا للبيت، ويُتفق عليه أحيانًا مسبقًا. وإن زرت العروسين بعد الفرح في بيتهما فخذ معك علبة حلويات أو شيئًا للبيت.",
    expected: { kind: "accept" },
    why: "The nuqta, its size and its return, and the visit afterwards.",
  },
  {
    question: "second-helping",
    language: "ar",
    answer:
      "ضع يدك على صدرك وقل: «الحمد لله، شبعت، تسلم إيدك». سيُعاد العرض مرتين أو ثلاثًا، فخذ لقمة صغيرة إن استطعت ثم اعتذر بابتسامة. اترك قليلًا في الطبق، فالطبق الفارغ يُملأ من جديد. وعند القيام قل: «سفرة دايمة».",
    expected: { kind: "accept" },
    why: "The words, the gesture and what an empty plate means.",
  },
  {
    question: "breakfast",
    language: "en",
    answer:
      "Ful, the stewed broad beans, is a dish for the nights of Ramadan only; for the rest of the year it is hardly cooked and difficult to find. On ordinary mornings people have nothing but a glass of water before noon.",
    expected: { kind: "reject", reason: "untrue" },
    why: "Ful is eaten on ordinary mornings all the year round and sold on every corner.",
  },
];
