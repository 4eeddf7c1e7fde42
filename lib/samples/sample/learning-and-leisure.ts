import type { SampleQuestion } from "./sample-question.ts";

/** School, games, sport and music. */
export const learningAndLeisure: readonly SampleQuestion[] = [
  {
    key: "the-start-of-a-school-day",
    topic: "education",
    asked: "How does a school day begin?",
    answers: {
      jp: "Children walk in groups, change into indoor shoes and greet the teacher on the word of the pupil on duty: stand, bow, sit. Later they serve lunch to each other and clean the rooms themselves.",
      cn: "With reading aloud in chorus before the first lesson and, on Mondays, the raising of the flag. In the long break the whole school does exercises in the yard to music.",
      in: "With an assembly in rows: a prayer or a song, the pledge, the day’s news read by a pupil, the national anthem. Uniforms are checked, and “good morning, ma’am” is said in one voice.",
      pk: "With assembly: a recitation from the Quran, Iqbal’s prayer “Lab pe aati hai dua”, the anthem and a look at nails and shoes. Boys and girls are often in separate schools from the middle years.",
      eg: "With the ṭābūr, rows in the yard, the salute to the flag and the school radio, for which pupils read a verse, a saying and the news. Many go on to private lessons in the evening.",
      th: "At eight the flag is raised to the anthem, a short prayer is said, and the head or a teacher speaks. Each teacher is greeted with a wai; in June there is a ceremony of thanks, wai khru.",
      mx: "On Mondays with honours to the flag: an escort of pupils carries it round the yard while the anthem is sung. Many schools have a morning and an afternoon shift, with different children.",
      ng: "With the assembly: hymns or prayers, the national anthem and the pledge, announcements, and marching to class in line while a drum or a song keeps step. Latecomers wait at the gate.",
    },
  },
  {
    key: "before-a-great-examination",
    topic: "education",
    asked: "What do families do before a great examination?",
    answers: {
      jp: "They keep colds out of the house, buy an amulet at a Tenjin shrine and write a wish on a wooden plaque. Words like “slip” and “fall” are avoided, and a KitKat, kitto katsu, is slipped into the bag.",
      cn: "Before the gaokao in June the neighbourhood turns quiet, taxis drive candidates free of charge, mothers wear red or a qipao for luck at the gate, and breakfast is never a novelty.",
      in: "Television goes off, coaching runs late, relatives stop visiting. On the morning there is curd with sugar, a stop at the temple or a prayer, and a parent waits outside in the heat.",
      pk: "Phones are put away, prayers are asked from grandparents, and verses are said over the pupil before leaving. After the matric results mithai goes to everyone who prayed.",
      eg: "In the last year, thanawiyya ʿāmma, the household lives by the timetable: private lessons, no guests, no noise. Mothers wait at the school gate with prayer books and water.",
      th: "A visit to the temple or to a shrine with flowers and a vow to come back with eggs or a show of thanks, extra lessons at the weekend, and a blessing from grandparents, string round the wrist.",
      mx: "A candle to a saint, a blessing at the door, a good breakfast; for the entrance examination of the national university, months of courses and a relative who knows the way to the hall.",
      ng: "Before JAMB or WAEC there are tutorials, night classes and a prayer over pens in church or mosque. Families warn loudly against “expo”, leaked papers, and wake the candidate at dawn for the bus.",
    },
  },
  {
    key: "games-in-the-shade",
    topic: "entertainment-and-arts",
    asked: "Which games do older people play together in their free time?",
    answers: {
      jp: "Go and shogi in clubs and on park benches, where onlookers keep quiet; and gateball, a kind of croquet in teams, early in the morning before it gets hot.",
      cn: "Xiangqi on a stone table with a ring of advisers who all know better, mahjong for an afternoon, and cards. In the evening others dance in the square.",
      in: "Cards, above all rummy and twenty-nine, carrom with powder on the board, and chess under a tree. The tea stall keeps the score.",
      pk: "Ludo and carrom at the tea house, cards such as rang, and baithak talk that is a game of its own. In Punjab’s villages old men follow kabaddi and pigeon flying.",
      eg: "Backgammon, ṭawla, the counters slapped down loudly in the café, and dominoes over tea and a water pipe. The numbers of the dice are called in a Persian of sorts.",
      th: "Makruk, Thai chess, at motorcycle stands and markets, with bottle caps for missing pieces, and draughts, mak hot. Old men also meet to hear whose caged dove sings best.",
      mx: "Dominoes in the cantina or the square, partners who signal with a look, and chess in some parks. For the whole family there is the lotería, with its cards called in riddles.",
      ng: "Ayo, seeds moved round a carved board of twelve pits, draughts on a painted crate with loud boasting, and Ludo in any courtyard. The loser gives up the seat.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "お年寄りは空いた時間にどんな遊びをしますか。",
        answer:
          "碁会所や公園で囲碁や将棋を指します。見ている人は口を出さないのが礼儀です。朝早くからゲートボールを楽しむ人たちもいます。",
      },
      cn: {
        language: "zh",
        asked: "老人闲下来一起玩什么？",
        answer: "石桌上下象棋，旁边围一圈人支招；凑够四个人就打麻将，要不就打牌。到了傍晚，另一些人去广场跳舞。",
      },
      in: {
        language: "hi",
        asked: "बुज़ुर्ग फ़ुर्सत में मिलकर कौन-से खेल खेलते हैं?",
        answer: "ताश, ख़ासकर रमी, कैरम जिसके बोर्ड पर पाउडर छिड़का रहता है, और पेड़ के नीचे शतरंज। हिसाब चाय वाला रखता है।",
      },
      pk: {
        language: "ur",
        asked: "بزرگ فرصت میں مل کر کیا کھیلتے ہیں؟",
        answer:
          "چائے خانے پر لڈو اور کیرم، تاش میں رنگ، اور بیٹھک کی گپ شپ جو خود ایک کھیل ہے۔ پنجاب کے دیہات میں کبوتر بازی اور کبڈی بھی شوق سے دیکھی جاتی ہے۔",
      },
      eg: {
        language: "ar",
        asked: "ماذا يلعب كبار السن معًا في وقت فراغهم؟",
        answer:
          "الطاولة على القهوة، والقواشيط تُضرب بصوت عالٍ، والدومينو مع الشاي. وأرقام الزهر تُنادى بأسماء أصلها فارسي: «شيش بيش» و«دوبارة».",
      },
      th: {
        language: "th",
        asked: "ผู้ใหญ่สูงอายุชอบเล่นอะไรกันยามว่าง",
        answer: "หมากรุกไทยตามวินมอเตอร์ไซค์กับตลาด ตัวหายก็ใช้ฝาขวดแทน หมากฮอสก็นิยม บางคนเลี้ยงนกเขาชวาแล้วนัดกันมาแข่งเสียงร้อง",
      },
      mx: {
        language: "es",
        asked: "¿A qué juegan juntas las personas mayores en sus ratos libres?",
        answer:
          "Al dominó en la plaza o en la cantina, en parejas que se entienden con la mirada. Y con toda la familia, a la lotería, que se canta con dichos: «¡el gallo!», «¡la dama!».",
      },
    },
  },
  {
    key: "the-sport-that-empties-the-streets",
    topic: "entertainment-and-arts",
    asked: "Which sport empties the streets when it is on?",
    answers: {
      jp: "The school baseball finals at Kōshien in August, followed by whole towns for their own team; the long relay race of students at the New Year; sumo on the last day of a tournament.",
      cn: "Table tennis and badminton finals at the Olympics, and volleyball when the women play. Children grow up with a stone table in the yard; basketball fills the courts.",
      in: "Cricket, against any side and against Pakistan above all. Work slows down, radios stand on counters, and every tea stall has a screen and a selector.",
      pk: "Cricket. When the national side plays a final, weddings are moved, shops put a set on the counter, and a tape ball is bowled in every lane in the break.",
      eg: "Football: the derby of Ahly and Zamalek divides families, cafés bring out every chair, and when the national team plays for Africa the whole city shouts at once.",
      th: "Muay Thai on the old stadium nights, women’s volleyball for the whole family, and English football matches far into the night. In the yards people play takraw.",
      mx: "Football, when El Tri plays at the World Cup: schools wheel in a television. For the club finals people meet over barbecued meat; boxing nights have their own faithful.",
      ng: "Football. When the Super Eagles play, the streets clear, generators hum and viewing centres charge at the door; the English league does nearly the same every Saturday.",
    },
  },
  {
    key: "music-that-gets-people-dancing",
    topic: "entertainment-and-arts",
    asked: "What music gets all ages dancing at a party?",
    answers: {
      jp: "At the summer festival the bon odori: drums on a tower, records everyone knows such as the “Tankō Bushi”, and a ring of dancers in yukata, children and grandmothers in the same steps.",
      cn: "In the squares at dusk, songs with a strong beat from a portable speaker, danced in rows, mostly by older women, and joined by whoever passes. At weddings people sing rather than dance.",
      in: "At a wedding the dhol of the baraat, then film songs old and new; bhangra steps in the north, garba in circles with sticks in Gujarat, kuthu in Chennai. Nobody stays seated for long.",
      pk: "The dhol and wedding songs at the mehndi, with cousins who practised for weeks; luddi in Punjab, the slow circle of the attan among Pashtuns, jhumar in the south.",
      eg: "At a wedding the zaffa with drums and mizmar, then shaʿbi and mahraganat for the young, and an old song of Warda or Abdel Halim that brings the parents to the floor.",
      th: "Morlam and luk thung with the quick strum of the phin: at a temple fair the whole village dances in front of the stage, and at a parade behind the drums of a long wagon.",
      mx: "Cumbia first, because everyone can; then banda or norteño in pairs, a payaso de rodeo in rows, and towards morning the mariachi, when all sing.",
      ng: "Afrobeats for the young, highlife and jùjú with talking drums for their parents, fújì in the south-west; the band praises guests by name, and they come forward dancing.",
    },
  },
];
