import type { SampleQuestion } from "./sample-question.ts";

/** Food, drink and manners at table. */
export const atTable: readonly SampleQuestion[] = [
  {
    key: "a-drink-for-a-visitor",
    topic: "greeting-and-courtesy",
    asked: "What is a visitor offered to drink, and how?",
    answers: {
      jp: "Green tea, or barley tea in summer, usually with a small sweet. It is set down to the guest’s right with a quiet “dōzo”, and the guest waits for that word before taking a sip.",
      cn: "Tea, poured again and again before the cup is empty. A guest may tap two fingers on the table as silent thanks, a habit that began in the south; hot water is a perfectly good drink too.",
      in: "A glass of water first, then chai with milk, sugar and often ginger or cardamom; in the south it may be filter coffee in a steel tumbler. Biscuits or something fried come with it.",
      pk: "Chai boiled with milk is brought without asking, with biscuits or samosas beside it. In the north-west it is often green kahwa with cardamom. Refusing once is polite, refusing twice worries the host.",
      eg: "Black tea, asked about by the spoonful: how much sugar? With mint if there is any. On warm days a cold karkadeh or a soft drink comes instead, and the glass is filled before it is asked for.",
      th: "Cold water, often with ice, as soon as the visitor sits down; it is what a house owes anyone who comes in from the heat. Iced coffee or a sweet drink may follow.",
      mx: "Whatever the house has: a glass of agua fresca such as jamaica or horchata, coffee from the pot, or a soft drink. The host asks until the guest accepts something.",
      ng: "Cold water or a bottled malt drink, offered before any talk begins. Among Igbo hosts a kola nut may be presented and blessed first, because he who brings kola, they say, brings life.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "来客にはどんな飲み物を、どのように出しますか。",
        answer:
          "ふだんは緑茶に小さなお菓子を添えます。夏は冷たい麦茶もよく出ます。客の右手側に置いて「どうぞ」と声をかけ、客はそのひとことを待ってから口をつけます。",
      },
      cn: {
        language: "zh",
        asked: "来客人了，一般端上什么喝的？",
        answer:
          "先沏茶，杯子不等喝空就续上。南方不少人用两个指头轻轻敲桌面，表示谢谢。有的客人只要一杯热水，也一点不失礼。",
      },
      in: {
        language: "hi",
        asked: "मेहमान को पीने के लिए क्या और कैसे दिया जाता है?",
        answer:
          "पहले पानी का गिलास, फिर दूध-चीनी वाली चाय, अक्सर अदरक या इलायची डालकर। दक्षिण में स्टील के टम्बलर में फ़िल्टर कॉफ़ी भी मिलती है। साथ में बिस्कुट या नमकीन रहता है।",
      },
      pk: {
        language: "ur",
        asked: "مہمان کو پینے کے لیے کیا پیش کیا جاتا ہے؟",
        answer:
          "دودھ پتی چائے پوچھے بغیر آ جاتی ہے اور ساتھ بسکٹ یا سموسے ہوتے ہیں۔ خیبر پختونخوا میں الائچی والا سبز قہوہ عام ہے۔ ایک بار تکلف سے منع کرنا ٹھیک ہے، بار بار منع کریں تو میزبان پریشان ہو جاتا ہے۔",
      },
      eg: {
        language: "ar",
        asked: "ماذا يُقدَّم للضيف ليشرب، وكيف؟",
        answer:
          "الشاي أولًا، والسؤال المعتاد: كم ملعقة سكر؟ ويوضع فيه النعناع إن وُجد. وفي الحرّ يُقدَّم الكركديه البارد أو مشروب غازي، وكثيرًا ما يصل الكوب قبل أن يُسأل الضيف.",
      },
      th: {
        language: "th",
        asked: "มีแขกมาบ้าน เขาเอาอะไรมาให้ดื่ม",
        answer:
          "น้ำเย็นใส่น้ำแข็ง พอแขกนั่งลงก็ยกมาให้ทันที ถือเป็นน้ำใจของเจ้าบ้าน เพราะแขกเดินทางมาร้อน ๆ จากนั้นอาจมีกาแฟเย็นหรือน้ำหวานตามมา",
      },
      mx: {
        language: "es",
        asked: "¿Qué se le ofrece de tomar a una visita, y cómo?",
        answer:
          "Lo que haya en casa: agua de jamaica o de horchata, un café de olla, un refresco. «¿Qué te sirvo?», pregunta quien recibe, y no se queda tranquilo hasta que la visita acepta algo.",
      },
    },
  },
  {
    key: "what-one-eats-with",
    topic: "dining-etiquette",
    asked: "What does one eat with, and what should a guest watch?",
    answers: {
      jp: "Chopsticks. They are never left standing upright in rice and food is not passed from one pair to another, since both are done at funerals. Lifting the rice bowl to eat is correct.",
      cn: "Chopsticks, with a spoon for soup. Dishes stand in the middle for all, often with serving chopsticks. Do not plant chopsticks in the rice, and let the eldest begin.",
      in: "Very often the right hand, washed before and after, with bread or rice mixed on the plate; spoons are common too. Eating with the left hand is avoided, and many people do not share a bitten piece.",
      pk: "Roti is torn with the right hand and used to take up the curry; rice may be eaten with a spoon. Wash hands first, say “Bismillah”, and take from the side of the dish that faces you.",
      eg: "Bread does much of the work: a piece torn off with the right hand scoops up ful, dips and stews. Spoons are used for rice and soup. Eat what lies in front of you on the shared dish.",
      th: "A spoon in the right hand and a fork in the left to push food onto it; the fork does not go into the mouth. Chopsticks are for noodles. Take a little from the shared dishes at a time.",
      mx: "A tortilla is plate, fork and spoon at once, for tacos by right; with a knife and fork otherwise. Tilt the head and not the taco, and try the salsa before pouring it.",
      ng: "“Swallow” such as pounded yam or eba is taken with the right hand, rolled into a small ball, pressed hollow and dipped into soup without chewing much. Water to wash comes before and after.",
    },
  },
  {
    key: "food-in-the-street",
    topic: "food",
    asked: "What do people eat in the street on an evening out?",
    answers: {
      jp: "At festivals takoyaki, yakisoba and shaved ice from the stalls; on other evenings yakitori at a counter under the railway. Walking while eating is less common than stopping to eat.",
      cn: "Lamb skewers with cumin, jianbing folded round crisp dough, stinky tofu, crayfish in summer. Night markets fill late, and everybody stands where the queue is longest.",
      in: "Chaat in its many kinds: pani puri eaten one by one from the vendor’s hand, bhel, aloo tikki; vada pav in Mumbai, kathi rolls in Kolkata, and dosas on the southern pavements.",
      pk: "Bun kabab and gol gappay, seekh kababs from the charcoal, chaat with yoghurt, and in winter hot roasted peanuts. In Karachi and Lahore the food streets are busiest after ten at night.",
      eg: "Koshari from its own shops, liver sandwiches in the Alexandrian style, ful and taameya, roasted sweet potatoes from a cart in winter and sugar-cane juice at any hour.",
      th: "Grilled pork skewers with sticky rice, som tam pounded to order, pad kaphrao over rice, boat noodles in small bowls, mango with sweet sticky rice. One orders by pointing and adjusts with chilli and fish sauce.",
      mx: "Tacos al pastor cut from the spit, elotes with chilli and lime, tamales from a steaming pot, esquites in a cup. The best stand is the one with a crowd, and one eats leaning forward.",
      ng: "Suya, thin spiced beef off the fire, wrapped in newspaper with onions; boli, roasted plantain, with fish or groundnuts; puff-puff and akara hot from the oil; roasted corn with coconut or ube in the rains.",
    },
  },
  {
    key: "a-sweet-for-good-news",
    topic: "food",
    asked: "Which sweet is brought out when there is good news?",
    answers: {
      jp: "Red and white mochi or manjū, and sekihan, rice steamed with red beans, which is not sweet but says the same: red and white together are the colours of a happy day.",
      cn: "Wedding sweets in red wrapping, xǐtáng, are handed to colleagues and neighbours; a month after a birth come red-dyed eggs. The red paper already tells the news.",
      in: "Laddoos or pedas, bought by the kilo and put into every mouth with “muh meetha kijiye”, sweeten your mouth. Exams passed, a job, a child: the box goes round the office and the stairs.",
      pk: "Mithai: gulab jamun, barfi and laddoo in a paper box sent to relatives and neighbours. Whoever hears good news asks at once where the sweets are.",
      eg: "Sherbet, red and rose-flavoured, was once poured for everybody at an engagement; now it is mostly cakes and trays of mixed baklava and basbousa, and zaghareet, the women’s trill, on the stairs.",
      th: "Golden sweets of egg yolk and syrup, thong yip, thong yot and foi thong, whose names begin with gold. They are given at weddings and house blessings to wish that wealth may last.",
      mx: "A cake, nearly always, and often a tres leches, with someone pushing the hero’s face into it while the others chant “¡mordida!”. In an office it is bread and coffee for all.",
      ng: "There is less of one sweet than of one crate: soft drinks and small chops (puff-puff, samosas, spring rolls) for whoever comes by. “You have to wash it” means that the lucky one treats.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "おめでたい知らせがあると、どんなお菓子を用意しますか。",
        answer:
          "紅白のお餅や紅白まんじゅうです。甘いものではありませんが、お赤飯を炊く家も多いです。赤と白の組み合わせが、祝いの日のしるしになります。",
      },
      cn: {
        language: "zh",
        asked: "家里有喜事，会分什么甜的？",
        answer:
          "结婚发喜糖，用红纸包着，同事邻居都有份；孩子满月送染红的鸡蛋。看见那抹红色，不用开口，大家就知道有好消息了。",
      },
      in: {
        language: "hi",
        asked: "ख़ुशख़बरी पर कौन-सी मिठाई बाँटी जाती है?",
        answer:
          "लड्डू या पेड़े। «मुँह मीठा कीजिए» कहकर सबको खिलाए जाते हैं। परीक्षा में पास होना हो, नौकरी लगना हो या बच्चा होना, मिठाई का डिब्बा दफ़्तर और पड़ोस में घूम आता है।",
      },
      pk: {
        language: "ur",
        asked: "خوشی کی خبر پر کون سی مٹھائی بانٹی جاتی ہے؟",
        answer:
          "گلاب جامن، برفی اور لڈو کا ڈبا رشتہ داروں اور پڑوسیوں کے ہاں بھیجا جاتا ہے۔ خبر سنتے ہی پہلا سوال یہی ہوتا ہے: «مٹھائی کہاں ہے؟»",
      },
      eg: {
        language: "ar",
        asked: "أي حلوى تُقدَّم عند الخبر السعيد؟",
        answer:
          "كان الشربات الأحمر بطعم الورد يدور على الجميع في الخطوبة، واليوم تُقدَّم التورتة وصواني البسبوسة والبقلاوة المشكّلة، ومعها الزغاريد على السلّم.",
      },
      th: {
        language: "th",
        asked: "มีข่าวดี เขาเลี้ยงขนมอะไรกัน",
        answer:
          "ขนมไทยสีทองอย่างทองหยิบ ทองหยอด ฝอยทอง ชื่อมีคำว่าทอง ถือเป็นมงคล นิยมใช้ในงานแต่งและงานขึ้นบ้านใหม่ เพื่ออวยพรให้มั่งมีเงินทอง",
      },
      mx: {
        language: "es",
        asked: "¿Qué dulce se saca cuando hay una buena noticia?",
        answer:
          "Casi siempre un pastel, y muchas veces de tres leches. Todos gritan «¡mordida!» hasta que el festejado hunde la cara en el merengue. En la oficina basta con pan dulce y café.",
      },
    },
  },
  {
    key: "a-dish-that-makes-a-feast",
    topic: "food",
    asked: "Which dish turns a meal into a feast?",
    answers: {
      jp: "Sushi from a good shop in a large lacquered round, or a whole sea bream grilled with its tail up: its name, tai, is heard in medetai, “auspicious”.",
      cn: "A whole fish, steamed, head turned to the guest of honour. Fish sounds like abundance, so at the New Year some of it is left on purpose to carry over.",
      in: "It depends on where one is: a biryani sealed and slow-cooked in Hyderabad or Lucknow, a sadya of many dishes on a banana leaf in Kerala, a rich dal and puri with kheer in a vegetarian house of the north.",
      pk: "Biryani, or pulao in the north, and above all meat in plenty: a qorma at weddings, whole roast lamb or sajji in Balochistan. Guests are asked whether they ate well, by which meat is meant.",
      eg: "Stuffed vine leaves and vegetables, mahshi, rolled by many hands over a morning, beside a duck or a tray of fatta with rice, bread, garlic and vinegar at the Feast of Sacrifice.",
      th: "Many dishes at once, so that sour, sweet, salt and hot meet: tom yam, a curry, a steamed fish, fried vegetables and nam phrik around the rice. At merit-making the best of it goes to the monks first.",
      mx: "Mole, with its chillies, seeds, spices and a little chocolate ground for hours, over turkey or chicken. A wedding or a saint’s day without mole or barbacoa is hardly one.",
      ng: "Party jollof rice, cooked in a huge pot over wood so that it smells of smoke, with fried plantain, moi moi and chicken or goat. Without jollof, people say, it was only a meeting.",
    },
  },
];
