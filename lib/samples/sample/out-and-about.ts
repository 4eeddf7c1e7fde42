import type { SampleQuestion } from "./sample-question.ts";

/** Clothes, travel, neighbours, sorrow and patience. */
export const outAndAbout: readonly SampleQuestion[] = [
  {
    key: "dressing-for-a-great-day",
    topic: "clothing",
    asked: "What do people put on for a great day?",
    answers: {
      jp: "A kimono, often hired and tied by a dresser: long sleeves for the coming of age at twenty, a black crested one for a mother at a wedding; many men and guests wear a dark suit.",
      cn: "New clothes, with something red at the New Year or at a wedding; brides change between a white gown and a red qipao or the older qungua. Young people like to wear hanfu on outings.",
      in: "A silk sari or a lehenga, a sherwani or kurta, gold if there is any, flowers in the hair in the south. White is left at home for weddings in many Hindu families, as it belongs to mourning.",
      pk: "A new shalwar kameez, starched for men, with a waistcoat; women in embroidered suits, bangles and henna on the hands on the eve of Eid. For the bride red is the classic colour.",
      eg: "A suit or an evening dress in town; in the villages a good galabeya, and for women bright scarves. At the feast every child shows new clothes from head to foot.",
      th: "Thai silk: a chut thai with a sash for women at weddings and ceremonies, a raj-pattern jacket for men. Black is for mourning, and yellow or purple honour members of the royal house.",
      mx: "Whatever is best, with a touch of the place: an embroidered huipil or rebozo, a guayabera in the heat, boots and hat in the north. A fifteen-year-old has a ball gown and a court of honour.",
      ng: "Agbada or senator for men, iro and buba, a wrapper and blouse for women with a tied gele, and often the same cloth for a whole family or group of friends, the aso ebi.",
    },
  },
  {
    key: "riding-with-others",
    topic: "travel-and-transport",
    asked: "How does one behave on a full bus or train?",
    answers: {
      jp: "Queue at the marks on the platform, let people out, wear the bag in front, no telephone calls. It is silent even when it is full, and some sleep standing.",
      cn: "After the security check one boards quickly and makes room where one can; seats go to the old and to small children. Earphones are asked for, though not everybody hears.",
      in: "One squeezes up: “adjust, please”. Ladies’ seats and coaches are kept, food is shared on long journeys, and people who did not know each other in Delhi know all by Bhopal.",
      pk: "Women sit in front, men at the back, and a man gives up the seat beside a woman. On the painted buses the conductor calls the stops from the step and strikes the side to go.",
      eg: "In the Cairo metro two cars are for women. In a microbus the fare is passed forward hand over hand, the change comes back the same way, and one says “ʿala gamb” to get off.",
      th: "Keep feet and bags low, leave a place for monks, who sit near the front and whom women do not touch, stand for the old. The skytrain is quiet, the van is cold, the boat rings its bell.",
      mx: "Say “con permiso” on the way out and “gracias” to the driver; give up a seat for older people and mothers. The first metro cars are for women and children at busy hours.",
      ng: "Have change ready for the conductor of the danfo, say “owa o” where you want to get down, greet when you enter a shared taxi, and expect a preacher or a seller of medicine to stand up.",
    },
  },
  {
    key: "what-neighbours-do",
    topic: "social-relationships",
    asked: "What do neighbours do for each other?",
    answers: {
      jp: "They greet, keep to the rota for the rubbish place, pass on the circular board, and bring a small gift when they move in. For a few days away one tells the person next door.",
      cn: "“A near neighbour is better than a distant relative”, goes the saying: in old lanes people minded each other’s children and pots. In tower blocks it is now often a chat group and a parcel taken in.",
      in: "They lend sugar, keys and advice, send over a bowl of what was cooked for the festival, and the bowl does not go back empty. Children belong to the whole staircase.",
      pk: "They send each other a plate of what is special: biryani, the meat of the sacrifice, haleem in Muharram. A neighbour’s funeral or wedding is everybody’s work, chairs and pots included.",
      eg: "They let a basket down from the balcony for bread, watch each other’s children, and know who is ill. Plates travel up and down the stairs in Ramadan and never return empty.",
      th: "They share what the garden gives, help to cook for a merit-making or an ordination, and look after the house. In the villages harvest help, long khaek, is given in turn.",
      mx: "They bring a plate of tamales or pozole, watch the house, and sweep the part of the pavement that is theirs. In December they take turns to hold the posadas.",
      ng: "They greet each morning, correct each other’s children, share a well or a generator, and turn up with food and money for a naming or a burial. Not to greet for days is a quarrel.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "ご近所どうしでは、どんな助け合いがありますか。",
        answer:
          "顔を合わせれば挨拶をし、ごみ置き場の当番を守り、回覧板を回します。引っ越してきたときは小さな品を持って挨拶に行き、数日留守にするときはひとこと伝えます。",
      },
      cn: {
        language: "zh",
        asked: "邻居之间会互相帮些什么？",
        answer:
          "老话说“远亲不如近邻”。从前住胡同弄堂，谁家有事都帮着看孩子、看炉子；如今住楼房，多半是在群里说一声，帮忙收个快递。",
      },
      in: {
        language: "hi",
        asked: "पड़ोसी एक-दूसरे के लिए क्या करते हैं?",
        answer:
          "चीनी, चाबी और सलाह सब उधार मिल जाती है। त्योहार पर पकवान की कटोरी भेजी जाती है और वह ख़ाली नहीं लौटती। बच्चे तो पूरी गली के होते हैं।",
      },
      pk: {
        language: "ur",
        asked: "پڑوسی ایک دوسرے کے لیے کیا کرتے ہیں؟",
        answer:
          "جو خاص پکے اس کی پلیٹ پڑوس میں جاتی ہے: بریانی، قربانی کا گوشت، محرم کا حلیم۔ شادی ہو یا جنازہ، کرسیاں، دیگیں اور ہاتھ سب محلے کے ہوتے ہیں۔",
      },
      eg: {
        language: "ar",
        asked: "ماذا يفعل الجيران بعضهم لبعض؟",
        answer:
          "السَّبَت ينزل من البلكونة للعيش، والأولاد في عين الجميع، ومن مرض عرفوا. وفي رمضان تطلع الأطباق وتنزل على السلّم ولا يرجع طبق فارغًا.",
      },
      th: {
        language: "th",
        asked: "เพื่อนบ้านช่วยเหลืออะไรกันบ้าง",
        answer: "มีผักผลไม้ก็แบ่งกัน งานบุญงานบวชก็มาช่วยทำกับข้าว ไม่อยู่บ้านก็ฝากดูบ้านได้ ในชนบทช่วยกันเกี่ยวข้าวเรียกว่าลงแขก",
      },
      mx: {
        language: "es",
        asked: "¿Qué hacen los vecinos unos por otros?",
        answer:
          "Se cuidan la casa, se mandan un plato de tamales o de pozole, cada quien barre su pedazo de banqueta. En diciembre se turnan para las posadas.",
      },
    },
  },
  {
    key: "a-visit-of-condolence",
    topic: "religion-and-life-rituals",
    asked: "What does one do on a visit of condolence?",
    answers: {
      jp: "One wears black, offers incense once and bows to the family and the portrait, and hands over kōden in its envelope tied in black and white, with the notes not new. Salt may be given for the way home.",
      cn: "One wears dark colours, bows three times before the portrait and gives money in a white envelope, an uneven sum. One does not stop at another house on the way back, and takes the sweet one is handed.",
      in: "One wears white or pale clothes, sits for a while with the family, often on the floor, and says little. In Hindu homes no food may be cooked for days, so neighbours bring it; one leaves without a goodbye.",
      pk: "One sits with the family, raises the hands and says the Fatiha, and repeats that all belong to God and return to Him. Neighbours bring food for three days; after that the house lights its fire again.",
      eg: "The ʿazā’ is held in a tent or hall while the Quran is recited: one shakes hands along the row, says “el-baʾiyya f-ḥayātak”, drinks unsugared coffee, stays for a passage and goes.",
      th: "One comes to the temple on one of the evenings of chanting, in black or white, bows to the Buddha image and once before the coffin with a stick of incense, and gives an envelope for the costs.",
      mx: "One goes to the wake, says “lo acompaño en su dolor”, drinks coffee and stays, through the night if one was close. For nine evenings after the burial the rosary is said, the novenario.",
      ng: "One goes in person, soon, signs the condolence book and sits with them. Muslims bury on the same day; Christian burials may follow weeks later with wake-keeping, uniform cloth and guests to be fed.",
    },
  },
  {
    key: "a-saying-for-patience",
    topic: "long-term-orientation",
    asked: "Which saying is quoted to someone who loses patience?",
    answers: {
      jp: "“Ishi no ue ni mo sannen”: three years even on a stone. Sit long enough, and the cold stone grows warm; it is said to those who want to leave a hard first job.",
      cn: "“Grind long enough, and an iron pestle becomes a needle.” A boy who saw an old woman at it, the story goes, went back to his books and became the poet Li Bai.",
      in: "“Sabr ka phal meetha hota hai”, the fruit of patience is sweet, in Hindi; other languages have their own, and Kabir’s “slowly, slowly, o mind” is known by heart.",
      pk: "“Sabr ka phal meetha hota hai”, the fruit of patience is sweet; and the Quran’s word that God is with the patient, said softly and often.",
      eg: "“Eṣ-ṣabr muftāḥ el-farag”, patience is the key to relief, and with a sigh “eṣ-ṣabr gamīl”, patience is beautiful. The second one is also written on buses.",
      th: "“Cha cha dai phra lem ngam”: take time, and the knife turns out beautiful. It is said over homework and at the traffic light alike.",
      mx: "“No por mucho madrugar amanece más temprano”: rising early does not make the sun rise sooner. It has an answer, too: God helps those who get up early.",
      ng: "A Yoruba saying goes “Sùúrù ni baba ìwà”, patience is the father of good character; in Pidgin people say “small small” or “e go better”.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "我慢しきれない人に、どんなことわざを言いますか。",
        answer:
          "「石の上にも三年」です。冷たい石でも三年座れば温まるという意味で、仕事がつらくて辞めたいという若い人によく言います。",
      },
      cn: {
        language: "zh",
        asked: "有人沉不住气，人们会引哪句老话？",
        answer: "“只要功夫深，铁杵磨成针。”传说李白小时候逃学，看见老婆婆在磨铁杵，听了这话又回去读书了。",
      },
      in: {
        language: "hi",
        asked: "अधीर व्यक्ति को कौन-सी कहावत सुनाई जाती है?",
        answer: "«सब्र का फल मीठा होता है।» कबीर का दोहा भी याद दिलाते हैं: «धीरे-धीरे रे मना, धीरे सब कुछ होय।»",
      },
      pk: {
        language: "ur",
        asked: "بے صبرے کو کون سی کہاوت سنائی جاتی ہے؟",
        answer: "«صبر کا پھل میٹھا ہوتا ہے۔» اور دھیمی آواز میں یہ بھی کہ اللہ صبر کرنے والوں کے ساتھ ہے۔",
      },
      eg: {
        language: "ar",
        asked: "أي مثل يُقال لمن نفد صبره؟",
        answer: "«الصبر مفتاح الفرج». ويُقال مع تنهيدة «الصبر جميل»، وهي مكتوبة على كثير من العربيات.",
      },
      th: {
        language: "th",
        asked: "คนใจร้อน เขาเตือนกันด้วยสำนวนอะไร",
        answer: "«ช้า ๆ ได้พร้าเล่มงาม» ทำอะไรอย่ารีบ ผลจะออกมาดี ใช้ได้ตั้งแต่การบ้านไปจนถึงตอนรถติดไฟแดง",
      },
      mx: {
        language: "es",
        asked: "¿Qué dicho se le cita a quien pierde la paciencia?",
        answer:
          "«No por mucho madrugar amanece más temprano.» Y siempre hay quien contesta: «Al que madruga, Dios lo ayuda.»",
      },
    },
  },
];
