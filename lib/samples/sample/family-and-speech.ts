import type { SampleQuestion } from "./sample-question.ts";

/** Elders, births and deaths, and ways of speaking. */
export const familyAndSpeech: readonly SampleQuestion[] = [
  {
    key: "addressing-an-older-stranger",
    topic: "respect-for-elders",
    asked: "How does one address a stranger who is older?",
    answers: {
      jp: "Mostly without any word for “you”: “sumimasen” opens the talk and polite verb forms do the rest. Children say ojisan or obāsan; adults say it to strangers less and less, as it may sound like a remark on age.",
      cn: "With a word of kinship: shūshu or āyí for one’s parents’ age, yéye or nǎinai for the old; nín for “you” in the north. Shīfu still serves for a driver or a craftsman.",
      in: "As uncle, aunty, bhaiya or didi, or with the same words in the language of the place, and -ji after a name in Hindi. The polite “you”, aap, is taken for granted.",
      pk: "With uncle, aunty, baji or bhai, and āp. Older men may be called chacha or baba ji, a bus driver ustād. Plain names, without sahib or a word of kinship, sound bare.",
      eg: "Haḍretak or ḥaḍretik for “you”, ya ḥagg and ya ḥagga to the old whether they made the pilgrimage or not, ya ʿammo to a man of one’s father’s age, ya usta to a driver.",
      th: "By family words chosen for age: phi for somebody a little older, lung and pa for an uncle or aunt, ta and yai for the very old, with khrap or kha at the end of the sentence.",
      mx: "With usted, and señor or señora; don or doña with the first name once it is known. Jefe or güero at a market stall is friendly, but that is the seller’s privilege.",
      ng: "As sir or ma, Daddy or Mummy, uncle or aunty; in Yoruba with the respectful plural ẹ. To call an older person by the bare name would turn heads.",
    },
  },
  {
    key: "when-a-child-is-born",
    topic: "religion-and-life-rituals",
    asked: "What happens when a child is born?",
    answers: {
      jp: "After about a month many take the baby to a shrine, omiyamairi, carried by a grandmother; around the hundredth day comes okuizome, a first play of eating with a small grilled fish.",
      cn: "The mother keeps a month of rest, zuò yuèzi, with warm food and no cold water. At the full month there is a feast with red eggs, and at one year the child picks an object that foretells a calling.",
      in: "Much varies by faith and region: a naming ceremony, often around the twelfth day, the first rice some months later; Muslims whisper the adhan and shave the head; sweets go round everywhere.",
      pk: "The adhan is said into the baby’s right ear and something sweet touched to its lips. On the seventh day follow the name, the shaved head and the aqiqa, with meat shared among relatives and the poor.",
      eg: "The sebou on the seventh day: the baby lies in a sieve, salt is strewn, a brass mortar rings so that it may fear no noise, and guests leave with nuts and sweets in little bags.",
      th: "At a month or so a tuft is cut or the head shaved, khwan duean, with a thread tied round the wrist to keep the spirit in. Relatives visit with gold or clothes, and nobody praises the baby’s looks too loudly.",
      mx: "A baptism with padrinos, who become compadres of the parents for life, and a party after it. Before that, many mothers keep the forty days of the cuarentena, cared for by their own.",
      ng: "The naming: on the eighth day among the Yoruba, with honey, salt, water and kola, each with its prayer, and with several names given by grandparents. Igbo and Hausa families have their own days and forms.",
    },
  },
  {
    key: "leaving-the-parents-home",
    topic: "family-obligations",
    asked: "When do grown children leave their parents’ home?",
    answers: {
      jp: "Often at eighteen, for a university in another city, or with the first job; but many who work near home stay until they marry, and nobody finds it odd.",
      cn: "For study or for work in another city, with the parents often helping to buy a flat before the wedding. Grandparents in turn may move in to look after the grandchild.",
      in: "Many do not, or take their parents along: sons in joint families stay, daughters leave at marriage. In the big cities more and more young people rent with friends for work.",
      pk: "Mostly at marriage, and sons often not even then: the couple moves into a portion of the family house. A student or clerk in another city lives in a hostel and comes home for Eid.",
      eg: "At marriage, for which a flat has to be ready, bought or furnished over years by both families. Living alone before that in the same town would need explaining.",
      th: "With studies or a job, usually to Bangkok, while sending money home each month. A child, often a daughter, may stay or come back to care for the parents.",
      mx: "Late, by the measure of many countries: at marriage or with a steady job, and then often a few streets away. Sunday dinner at the mother’s house goes on.",
      ng: "With university, the youth service year or a job in Lagos or Abuja. A young relative may move in with whoever has a flat there, and money goes home for the younger ones’ fees.",
    },
  },
  {
    key: "apologising",
    topic: "communication-style",
    asked: "How does one apologise for a small wrong, such as coming late?",
    answers: {
      jp: "At once, with “sumimasen” or “mōshiwake arimasen” and a bow, and without a long excuse; the reason comes only if it is asked for. A message is sent before one is late, even by five minutes.",
      cn: "“Bù hǎoyìsi” is enough among friends, “duìbuqǐ” is heavier. Often the matter is made good rather than talked over: one pays for the tea.",
      in: "“Sorry, sorry”, with the traffic as the reason, and the talk moves on. Touching someone with the foot by accident is another matter: a quick touch of the hand to them and to the forehead asks pardon.",
      pk: "“Maʿāf kījiye gā” or simply “sorry”, hand on heart, with a word about the road. Between friends the late one is teased and pays for the tea; towards elders the tone is quieter.",
      eg: "“Maʿlesh” and “ḥaʾak ʿalayya”, your right is upon me, with a kiss on the head if one’s mother was kept waiting. A joke about the traffic helps; sulking does not last.",
      th: "“Kho thot” with a small wai to someone older, and a smile that says one means no quarrel. To argue about whose fault it was would be the greater wrong.",
      mx: "“Perdón, qué pena”, and a story. Fifteen minutes hardly count among friends; for a doctor or an office they do, and there one says “disculpe”.",
      ng: "“Sorry, abeg, no vex”, with the go-slow as the reason. “Sorry” is also said to someone who stumbles although one did nothing: it means that one feels with them.",
    },
  },
  {
    key: "saying-no",
    topic: "communication-style",
    asked: "How is a request turned down politely?",
    answers: {
      jp: "Hardly ever with “no”. “Sore wa chotto…”, that is a little…, trails off, and breath is drawn in through the teeth; the other understands and withdraws the request.",
      cn: "With “I’ll see” or “this may not be easy”: kàn qíngkuàng, bù tài fāngbiàn. A reason that lies outside both people saves face for both.",
      in: "With “I will try” or “let us see”, and a tilt of the head that is not quite a yes. A plain no to a guest or an elder would sound hard, so the answer is left to fade.",
      pk: "With “inshallah” and “I will do my best”, said in a tone that lets one hear how likely it is. Someone close may be told the reason, someone senior hardly ever the word no.",
      eg: "“In shāʾ Allāh” and “rabbena yesahhel”, may God make it easy; then a reason, then a promise for another day. The warmth of the refusal tells that the friendship stands.",
      th: "With a smile, “mai pen rai” and “I am afraid it is not convenient”. One keeps the other’s face, shows kreng jai, and a third person may bring the answer.",
      mx: "With “ahorita”, “déjame ver” or “yo te aviso”, and thanks for being asked. A bare “no” would close a door that nobody wishes to close.",
      ng: "By explaining: “it is not easy”, “I would have loved to”, “let me see what God will do”. Bluntness is allowed among age-mates, less so towards an elder, who is answered through another elder.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "頼みごとを丁寧に断るときは、どう言いますか。",
        answer:
          "「いいえ」とはあまり言いません。「それはちょっと……」と言いよどむだけで、相手は察して引き下がってくれます。仕事なら「今回は見送らせてください」も使います。",
      },
      cn: {
        language: "zh",
        asked: "别人求帮忙，怎么委婉地拒绝？",
        answer: "很少直说“不行”。常说“我看看情况”“可能不太方便”，再找个跟两个人都不相干的理由，彼此都留面子。",
      },
      in: {
        language: "hi",
        asked: "किसी का अनुरोध शिष्टता से कैसे टालते हैं?",
        answer:
          "«कोशिश करता हूँ», «देखते हैं» जैसे शब्दों से। मेहमान या बड़े को सीधे «नहीं» कहना रूखा लगता है, इसलिए बात को धीरे-धीरे ठंडा होने देते हैं।",
      },
      pk: {
        language: "ur",
        asked: "کسی کی فرمائش ادب سے کیسے ٹالی جاتی ہے؟",
        answer:
          "«ان شاء اللہ» اور «کوشش کروں گا» کہا جاتا ہے، اور لہجے سے معلوم ہو جاتا ہے کہ بات کتنی ممکن ہے۔ قریبی کو وجہ بتا دیتے ہیں، بڑے کو صاف «نہیں» کم ہی کہتے ہیں۔",
      },
      eg: {
        language: "ar",
        asked: "كيف يُرفض الطلب بلطف؟",
        answer: "«إن شاء الله» و«ربنا يسهّل»، ثم عذر، ثم وعد بيوم آخر. ودفء الكلام هو الذي يقول إن المودّة باقية.",
      },
      th: {
        language: "th",
        asked: "ปฏิเสธคำขออย่างไรให้สุภาพ",
        answer:
          "ยิ้มแล้วพูดว่า «เกรงว่าจะไม่สะดวกค่ะ/ครับ» หรือ «ขอดูก่อนนะ» ไม่พูดว่าไม่ตรง ๆ เพราะเกรงใจและอยากรักษาน้ำใจ บางครั้งก็ฝากคนกลางไปบอกแทน",
      },
      mx: {
        language: "es",
        asked: "¿Cómo se dice que no a una petición sin ofender?",
        answer:
          "Con un «déjame ver», un «yo te aviso» o un «ahorita», y dando las gracias por la invitación. Un «no» a secas cierra una puerta que nadie quiere cerrar.",
      },
    },
  },
];
