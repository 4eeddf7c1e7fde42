import type { SampleQuestion } from "./sample-question.ts";

/** Holidays, the seasons, the dead and the fasts. */
export const feastsAndSeasons: readonly SampleQuestion[] = [
  {
    key: "days-that-bring-families-home",
    topic: "holidays-and-festivals",
    asked: "Which days of the year bring people home from far away?",
    answers: {
      jp: "The New Year and Obon in mid-August. Trains and motorways are full both ways, and at Obon many clean the family grave and watch the bon dances of their home town.",
      cn: "The Spring Festival. The rush of journeys, chūnyùn, lasts some forty days, and what matters is to be at the table on the eve. Qingming and the Mid-Autumn Festival bring many home as well.",
      in: "Diwali for many in the north and west, Durga Puja for Bengalis, Onam for Malayalis, Pongal for Tamils, Chhath for people from Bihar, Eid for Muslims, Christmas for Christians: tickets sell out by faith and region.",
      pk: "The two Eids. Karachi and Lahore empty into villages and small towns, buses double their fares, and at Eid ul-Azha people bring money for the sacrifice.",
      eg: "The two feasts and Ramadan’s first days, and for those with a village behind them nearly any wedding. Sham el-Nessim sends families out to gardens and the Nile rather than home.",
      th: "Songkran in April above all. Bangkok grows quiet, the roads to Isan and the north stand still, and people pour water over their elders’ hands before the splashing starts.",
      mx: "Christmas and the Day of the Dead. Those who live on the other side of the border time their leave for December, or for the feast of their village’s patron saint.",
      ng: "Christmas, above all in the south-east, where Igbo families go back to their village for weeks; Sallah for Muslims in the north and west. Meetings, weddings and house-warmings are all set for those days.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "遠くに住む家族が帰ってくるのは、いつですか。",
        answer:
          "正月と八月のお盆です。新幹線も高速道路も行き帰りで混み合います。お盆には墓を掃除し、ふるさとの盆踊りに出かける家も少なくありません。",
      },
      cn: {
        language: "zh",
        asked: "一年里什么日子，在外地的人都要赶回家？",
        answer: "春节。前后四十天的春运，为的就是除夕那顿团圆饭。清明回去扫墓，中秋能回则回，可都比不上过年要紧。",
      },
      in: {
        language: "hi",
        asked: "साल के किन दिनों में दूर रहने वाले लोग घर लौटते हैं?",
        answer:
          "यह इलाक़े और धर्म पर है: उत्तर और पश्चिम में दीवाली, बंगाल में दुर्गा पूजा, केरल में ओणम, तमिलनाडु में पोंगल, बिहार में छठ, मुसलमानों की ईद, ईसाइयों का क्रिसमस। उन दिनों टिकट मिलना मुश्किल हो जाता है।",
      },
      pk: {
        language: "ur",
        asked: "سال کے کن دنوں میں دور رہنے والے گھر لوٹتے ہیں؟",
        answer:
          "دونوں عیدوں پر۔ کراچی اور لاہور خالی ہو جاتے ہیں، بسوں کے کرائے بڑھ جاتے ہیں، اور عیدالاضحیٰ پر لوگ قربانی کے لیے پیسے جوڑ کر گاؤں پہنچتے ہیں۔",
      },
      eg: {
        language: "ar",
        asked: "في أي أيام السنة يعود المسافرون إلى أهلهم؟",
        answer:
          "في العيدين وأول أيام رمضان، ومن كانت أصوله من القرية عاد في الأفراح أيضًا. أما شمّ النسيم فيخرج فيه الناس إلى الحدائق وشاطئ النيل.",
      },
      th: {
        language: "th",
        asked: "ช่วงไหนของปีที่คนไกลบ้านกลับมาหาครอบครัว",
        answer:
          "สงกรานต์เดือนเมษายนเป็นหลัก กรุงเทพฯ เงียบลงทันตา ถนนไปอีสานกับภาคเหนือรถติดยาว กลับถึงบ้านก็รดน้ำขอพรพ่อแม่ปู่ย่าตายายก่อน แล้วค่อยเล่นน้ำ",
      },
      mx: {
        language: "es",
        asked: "¿En qué días del año vuelve a casa la gente que vive lejos?",
        answer:
          "En Navidad y en el Día de Muertos. Quienes viven del otro lado guardan sus vacaciones para diciembre, o para la fiesta del santo patrono de su pueblo.",
      },
    },
  },
  {
    key: "gifts-for-children",
    topic: "family-obligations",
    asked: "When do children receive money or gifts from older relatives?",
    answers: {
      jp: "At the New Year, when every child hopes for otoshidama in a small decorated envelope from parents, grandparents, aunts and uncles. Many save it in an account of their own.",
      cn: "At the Spring Festival: yāsuìqián in red envelopes, given on the eve by parents and in the days after by everyone who is married. The notes are new, and digital envelopes fly about besides.",
      in: "On their birthday, at Diwali or Eid, and whenever a relative leaves after a visit and presses a note into the child’s hand. At Raksha Bandhan brothers give sisters a gift for the thread.",
      pk: "At Eid. Eidi, crisp notes from every elder, is counted and compared by cousins all afternoon. A child’s first Quran reading to the end, the ameen, brings gifts as well.",
      eg: "At the feast: ʿeidiyya, new banknotes from father, uncles and grandparents, spent the same day on swings and sweets. A new set of clothes for the feast belongs to it.",
      th: "From Thai Chinese families at Chinese New Year, ang pao in red envelopes; at Songkran the young ask the elders’ blessing and may get a little too. Children’s Day in January is for outings.",
      mx: "On Three Kings’ Day, 6 January, when toys appear beside the shoes and the rosca is cut; in many homes also from the Child Jesus or Santa Claus at Christmas. Godparents throw the bolo, coins, at a christening.",
      ng: "At Christmas or Sallah, when children in new clothes go from house to house to greet, and come home with notes in their pockets. Visitors seldom leave without giving the smallest ones something.",
    },
  },
  {
    key: "remembering-the-dead",
    topic: "religion-and-life-rituals",
    asked: "How do families remember their dead in the course of the year?",
    answers: {
      jp: "With incense and rice at the household altar, visits to the grave at the equinoxes and at Obon, when the spirits are welcomed and seen off with fires or floating lights, and services in set years.",
      cn: "At Qingming in early April: the graves are swept, weeds pulled, food and flowers laid down, paper money burnt where it is allowed. Many also keep the anniversary of a death.",
      in: "Hindus offer rice balls and water in the fortnight of Pitru Paksha, often at a river, and keep the day by the moon on which a parent died. Muslims visit graves at Shab-e-Barat, Christians on All Souls’.",
      pk: "By reciting the Quran for them and giving food to the poor, on the fortieth day, each year, and on Thursdays in many homes. Graves are visited on the Eids and in Shab-e-Barat, with rose petals.",
      eg: "By visiting the cemetery on the feasts and in Ragab, with palm leaves and flowers, a reader for the Quran, and rahma, pastries and fruit given away there for the soul of the dead.",
      th: "By making merit in their name: food for monks, with water poured slowly while the merit is passed on. Sart in the tenth month belongs to the ancestors, and in Thai Chinese families so does Qingming.",
      mx: "On 1 and 2 November an ofrenda is set up at home with photographs, cempasúchil, candles, bread of the dead and what they liked to eat and drink; in many towns the night is spent at the grave.",
      ng: "With remembrance services and advertisements in the paper on the tenth or twentieth year, sometimes with a feast larger than the burial. Masquerades stand for the ancestors in many towns; Muslims pray and give alms.",
    },
  },
  {
    key: "a-festival-of-the-season",
    topic: "holidays-and-festivals",
    asked: "Which festival marks a turn of the seasons?",
    answers: {
      jp: "Hanami, when the cherries flower: people spread sheets under the trees and eat and drink while petals fall. The forecast of the blossom front is part of the news.",
      cn: "The Mid-Autumn Festival at the full moon of the eighth month: mooncakes, tea and the family looking at the moon. The Winter Solstice follows with dumplings in the north and tangyuan in the south.",
      in: "Holi, with its bonfire and its coloured powder, sends the winter off in the north; mid-January brings the harvest feasts, Pongal, Lohri, Bihu and Makar Sankranti with its kites.",
      pk: "Basant, in February, was Lahore’s sky full of kites; glass-coated string made it dangerous, so it was banned for years and is now allowed only under rules. In the north Kalash valleys Chilam Joshi greets the spring.",
      eg: "Sham el-Nessim, the Monday after the Coptic Easter, kept by all: people breathe the spring air in parks and by the river and eat salted fish, spring onions and coloured eggs.",
      th: "Loi Krathong, at the full moon of the twelfth month, when the rains are over and the rivers high: banana-leaf rafts with a candle carry thanks and apologies to the water.",
      mx: "At the spring equinox crowds in white climb or circle old pyramids such as Teotihuacan to take in the sun. In villages the day of the Holy Cross in May asks for rain.",
      ng: "The New Yam Festival, in August or so, among the Igbo: nobody eats the new yams before the elders have offered and tasted the first. Then the old tubers are thrown away and there is dancing.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "季節の変わり目を告げる行事は何ですか。",
        answer:
          "花見です。桜が咲くと木の下に敷物を広げ、散る花を眺めながら食べたり飲んだりします。開花予想は毎年ニュースになります。",
      },
      cn: {
        language: "zh",
        asked: "哪个节日标志着季节的转换？",
        answer: "八月十五中秋节，天高月圆，一家人吃月饼、喝茶、赏月。再往后是冬至，北方包饺子，南方煮汤圆。",
      },
      in: {
        language: "hi",
        asked: "मौसम बदलने पर कौन-सा त्योहार आता है?",
        answer:
          "उत्तर में होली जाड़े को विदा करती है: रात में होलिका जलती है और सुबह रंग खेला जाता है। जनवरी में फ़सल के त्योहार हैं: पोंगल, लोहड़ी, बिहू और मकर संक्रांति की पतंगें।",
      },
      pk: {
        language: "ur",
        asked: "موسم بدلنے پر کون سا تہوار ہوتا ہے؟",
        answer:
          "لاہور میں فروری کی بسنت، جب آسمان پتنگوں سے بھر جاتا تھا۔ تیز ڈور سے جانیں گئیں تو برسوں پابندی رہی، اب صرف قواعد کے ساتھ اجازت ہے۔ کالاش کی وادیوں میں بہار چلم جوشٹ سے شروع ہوتی ہے۔",
      },
      eg: {
        language: "ar",
        asked: "أي عيد يدلّ على تغيّر الفصول؟",
        answer:
          "شمّ النسيم، يوم الاثنين الذي يلي عيد القيامة القبطي، ويحتفل به الجميع. يخرج الناس إلى الحدائق والنيل ويأكلون الفسيخ والرنجة والبصل الأخضر والبيض الملوّن.",
      },
      th: {
        language: "th",
        asked: "เทศกาลไหนบอกว่าฤดูเปลี่ยน",
        answer: "ลอยกระทง คืนเพ็ญเดือนสิบสอง ฝนหมดและน้ำเต็มตลิ่ง คนลอยกระทงใบตองปักธูปเทียนลงในน้ำ เพื่อขอบคุณและขอขมาพระแม่คงคา",
      },
      mx: {
        language: "es",
        asked: "¿Qué fiesta marca el cambio de estación?",
        answer:
          "En el equinoccio de primavera mucha gente sube vestida de blanco a lugares como Teotihuacán a recibir el sol. En los pueblos, el 3 de mayo, día de la Santa Cruz, se pide la lluvia.",
      },
    },
  },
  {
    key: "a-time-of-fasting",
    topic: "religion-and-life-rituals",
    asked: "Is there a time of fasting, and how does it end each day?",
    answers: {
      jp: "Not for most people. Temples know it, and some keep a simple vegetarian meal, shōjin ryōri, on days of mourning, but nobody would expect a guest to go without food.",
      cn: "For most there is none. Some Buddhists eat no meat on the first and fifteenth of the lunar month; Hui and Uyghur Muslims keep Ramadan and break the fast with dates, fruit and noodles or naan.",
      in: "Many kinds. Hindus may fast on Ekadashi, in Navratri or on Karva Chauth until the moon is seen, often with fruit and milk allowed; Jains keep stricter fasts; Muslims keep Ramadan and open it with dates and fruit chaat.",
      pk: "Ramadan. At the call to prayer the fast is opened with a date and water or a red rooh afza, then pakoras and fruit chaat, and offices and traffic run by the hour of iftar.",
      eg: "Ramadan is marked by lanterns in the streets and a cannon on the radio at sunset; dates and qamar al-din come first, then soup. Copts fast many weeks of the year without meat, eggs or milk.",
      th: "On holy days and in the Rains Retreat the devout keep eight precepts and do not eat after noon. In October the vegetarian festival turns whole streets yellow. Muslims in the south keep Ramadan.",
      mx: "Lent: no meat on Ash Wednesday and the Fridays, so there are fish, capirotada and shrimp fritters instead. It is about what one eats and not about going without until evening.",
      ng: "Ramadan for Muslims, opened with dates, kunu or fruit, then akara and pap and a full meal; Lent and days of “fasting and prayer” for Christians, who break off at three or six o’clock.",
    },
  },
];
