import type { PracticeAnswer } from "./practice-answer.ts";

/** Japan: six in Japanese, two in English. */
export const japan: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "Bring a small boxed sweet or something your home region is known for, wrapped by the shop. Once you are shown into the room, take it out of its bag and offer it with both hands, the front facing your host, with a modest word such as “I hope you like it”. Sets of four are best avoided, since the word for four sounds like the word for death.",
    expected: { kind: "accept" },
    why: "What to bring, when to give it and how to hand it over.",
  },
  {
    question: "greet-an-elder",
    language: "ja",
    answer:
      "玄関で靴を脱いでそろえ、部屋に通されたら「はじめまして。〇〇さんの友人の△△と申します。本日はお招きいただきありがとうございます」と名乗り、ゆっくりお辞儀をします。握手は相手から手を差し出されたときだけで十分です。敬語を使い、手土産は挨拶のあとに両手で渡しましょう。",
    expected: { kind: "accept" },
    why: "Shoes, name, thanks, bow and gift come in the right order.",
  },
  {
    question: "new-year",
    language: "ja",
    answer:
      "年末に大掃除をし、大晦日は年越しそばを食べて除夜の鐘を聞く家が多いです。元日はおせち料理とお雑煮を囲み、子どもはお年玉をもらいます。三が日のうちに神社や寺へ初詣に行き、年賀状を読みます。ただし年賀状はやめる人が増え、おせちも買って済ませる家が珍しくありません。",
    expected: { kind: "accept" },
    why: "The round of the days, and what is changing.",
  },
  {
    question: "paying-the-bill",
    language: "ja",
    answer:
      "友人どうしなら割り勘がふつうです。人数で等分することも、食べた分を出すこともあり、最近はスマートフォンで送り合う人も多くいます。先輩や上司と一緒のときは年上が多めに出すことがよくあるので、財布を出してから「ごちそうさまでした」とお礼を言いましょう。",
    expected: { kind: "accept" },
    why: "Equals split; an older colleague often pays more, and is thanked.",
  },
  {
    question: "shoes-at-the-door",
    language: "en",
    answer:
      "Yes, always. Step out of your shoes in the entrance, go up without standing on its lower floor in your socks, and turn the shoes so that they point to the door. Wear the slippers you are offered, but leave them outside a room with tatami, and change into the other pair that stands in the toilet.",
    expected: { kind: "accept" },
    why: "Exact down to the tatami and the second pair of slippers.",
  },
  {
    question: "wedding-gift",
    language: "ja",
    answer:
      "ご祝儀は四万円や六万円のような割り切れる金額が縁起がよいとされます。お札はわざと使い古したものを選び、香典袋に入れて受付で渡してください。",
    expected: { kind: "reject", reason: "untrue" },
    why: "The reverse holds: uneven sums, new notes and a festive envelope; this one is for funerals.",
  },
  {
    question: "second-helping",
    language: "ja",
    answer: "「もういらない、腹いっぱいだ」と言え。しつこければ皿を押し返せばいい。",
    expected: { kind: "reject", reason: "language" },
    why: "Plain and rough forms, where a guest would say something like 「もう十分いただきました」.",
  },
  {
    question: "breakfast",
    language: "ja",
    answer:
      "日本の家庭では、朝は揚げた油条を温かい豆乳にひたして食べるのが昔からの習慣です。休みの日には家族で飲茶に出かけ、蒸籠の点心を囲みます。",
    expected: { kind: "reject", reason: "other-culture" },
    why: "Youtiao with soy milk and morning dim sum belong to Chinese tables.",
  },
];
