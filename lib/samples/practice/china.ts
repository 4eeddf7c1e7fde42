import type { PracticeAnswer } from "./practice-answer.ts";

/** China: five in Chinese, three in English. */
export const china: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "Good fruit, tea, pastries or something for the child of the house will do well, offered with both hands. It may be declined once or twice before it is taken, and it will probably be opened after you have left. Leave out clocks and umbrellas, whose names sound like an ending and a parting.",
    expected: { kind: "accept" },
    why: "The gift, the polite refusals, and the two things not to bring.",
  },
  {
    question: "greet-an-elder",
    language: "zh",
    answer:
      "进门先叫人：“奶奶好！”微微欠身就可以，不必鞠大躬。老人坐着的话，走到她跟前再说话。带了东西就双手递过去，说“一点心意”。不要直呼名字，也不用急着握手；她拉着你的手问长问短，顺着聊几句家常最好。",
    expected: { kind: "accept" },
    why: "Calling the elder first is the greeting, and the rest follows from it.",
  },
  {
    question: "new-year",
    language: "zh",
    answer:
      "最要紧的是除夕的团圆饭，在外地工作的人尽量赶回家。年前打扫屋子、贴春联；夜里守岁，长辈给孩子压岁钱。初一开始拜年，走亲访友。北方多吃饺子，南方不少地方吃年糕或汤圆。能不能放鞭炮，要看当地的规定。",
    expected: { kind: "accept" },
    why: "The reunion dinner at the centre, with north and south told apart.",
  },
  {
    question: "paying-the-bill",
    language: "zh",
    answer:
      "谁张罗的饭局，一般谁买单，别人客气地抢一抢也是常有的事。老朋友之间多半轮着请：“这次我来，下次你请。”年轻人和同事聚餐，现在很多用手机AA，散席前就把钱转好了。想请客的话，可以中途悄悄去把账结了。",
    expected: { kind: "accept" },
    why: "Host, turns and the split by telephone each have their place.",
  },
  {
    question: "shoes-at-the-door",
    language: "zh",
    answer:
      "多数人家进门都要换鞋。主人会给你拿一双托鞋，你换上就好，把自己的鞋摆在门口。要是主人说“不用换”，先看看他们自己穿什么；天下雨、地上铺着地毯，还是换了好。也有人家备着鞋套。",
    expected: { kind: "edit" },
    why: "Sound advice with one wrong character: 托鞋 should be 拖鞋.",
  },
  {
    question: "wedding-gift",
    language: "en",
    answer:
      "Put the money into a plain white envelope, and choose an amount full of fours, such as 444 yuan, which is held to bring the couple luck.",
    expected: { kind: "reject", reason: "untrue" },
    why: "White is for funerals and four sounds like death; a wedding asks for a red envelope and sixes or eights.",
  },
  {
    question: "second-helping",
    language: "zh",
    answer:
      "先夸菜：“您手艺真好，我吃得特别香。”再说：“真的吃饱了，您也快吃吧。”主人多半还要再让一两回，夹到碗里的尽量吃掉，实在吃不下，留一点也无妨。最后把筷子平放好，端起茶杯陪大家说话，意思就到了。",
    expected: { kind: "accept" },
    why: "It praises, turns the care back to the host, and knows that one is asked again.",
  },
  {
    question: "breakfast",
    language: "en",
    answer:
      "Best not to ask. People there will put anything into a pot, things that no civilised person would touch, and they have no feeling for what is clean.",
    expected: { kind: "reject", reason: "harm" },
    why: "It insults a people and tells nothing about breakfast.",
  },
];
