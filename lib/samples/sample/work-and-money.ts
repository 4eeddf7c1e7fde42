import type { SampleQuestion } from "./sample-question.ts";

/** Work, markets and money among friends. */
export const workAndMoney: readonly SampleQuestion[] = [
  {
    key: "a-first-meeting-at-work",
    topic: "workplace-customs",
    asked: "How does a first business meeting begin?",
    answers: {
      jp: "With cards: held in both hands, turned so the other can read it, exchanged with a bow and name, then laid on the table in the order people sit. One does not write on a card one was given.",
      cn: "With a light handshake, the senior person first, and by scanning each other’s messenger code, which has nearly replaced the card. Titles are used: Manager Wang, Teacher Li.",
      in: "With a handshake or a namaste, cards, and tea before any paper is opened. Titles matter at first, sir and ma’am; where a woman does not offer her hand, a namaste is right.",
      pk: "With salaam, a handshake among men and a nod to a woman unless she offers hers, tea, and a good while of talk about health, family and the journey before business is touched.",
      eg: "With a handshake that lasts, coffee or tea, and titles: doktor, bashmohandes for an engineer, ustāz. The talk comes round to work when it comes round.",
      th: "With a wai or, with foreigners, a handshake, cards given with the right hand, and Khun before the first name. The senior person sits where the door can be seen and speaks first.",
      mx: "With a handshake, a card and some minutes of talk about the city, the food or the match. Licenciado or ingeniero are real forms of address. Trust comes before the agenda.",
      ng: "With greetings that are not cut short: the journey, the family, the day. The eldest or highest is greeted first, titles such as Chief, Alhaji, Doctor or Engineer are used, and prayers may open the meeting.",
    },
  },
  {
    key: "bargaining-on-the-market",
    topic: "economic-behaviour",
    asked: "Is the price at the market fixed, or does one bargain?",
    answers: {
      jp: "Fixed nearly everywhere. At a flea market one may ask politely whether it could be a little less, and electronics shops sometimes reckon in points; elsewhere asking embarrasses both.",
      cn: "In shops and supermarkets fixed; at clothes and souvenir markets one bargains hard and cheerfully, and walking away is part of it. For vegetables one asks for a spring onion on top.",
      in: "At vegetable carts, bazaars and with many rickshaw drivers one bargains, and a handful of coriander and chillies is thrown in; branded goods carry a printed maximum price.",
      pk: "Cloth, shoes, carpets and fruit are bargained for, with oaths from the seller and a slow turn to go from the buyer. “Fixed price” on a sign means less bargaining, not always none.",
      eg: "In Khan el-Khalili one bargains, with tea and mock despair; at the baker’s and in chain shops never. For a taxi without a meter one settles the fare before getting in, or uses an app.",
      th: "In markets for clothes and souvenirs, a little, with a smile and a calculator passed back and forth. Food has its price, and pressing hard over a few baht is thought mean.",
      mx: "At a tianguis one may ask “¿es lo menos?”, and for a kilo the seller gives a little extra, the pilón. Craftspeople who name a fair price should not be beaten down.",
      ng: "In the open market one prices everything: the first figure is the start of a talk, the customer says half, and both call each other “my customer”. In a supermarket the price is the price.",
    },
    own: {
      jp: {
        language: "ja",
        asked: "市場では値切ることがありますか。",
        answer:
          "ほとんどの店では定価どおりです。フリーマーケットなら「少しお安くなりますか」と尋ねてもかまいませんが、ふつうの店で値切ると、おたがい気まずくなります。",
      },
      cn: {
        language: "zh",
        asked: "在市场买东西要讲价吗？",
        answer: "超市和商场明码标价，不讲。服装市场、旅游摊位就得讲，转身要走也是一招。买菜一般不讲价，顺口要两根葱。",
      },
      in: {
        language: "hi",
        asked: "बाज़ार में दाम तय होता है या मोल-भाव होता है?",
        answer:
          "सब्ज़ी वाले, बाज़ार और कई रिक्शा वालों से मोल-भाव होता है, और ऊपर से धनिया-मिर्च मिल जाती है। पैकेट वाली चीज़ों पर अधिकतम मूल्य छपा रहता है।",
      },
      pk: {
        language: "ur",
        asked: "بازار میں قیمت طے ہوتی ہے یا بھاؤ تاؤ ہوتا ہے؟",
        answer:
          "کپڑے، جوتے، قالین اور پھل پر بھاؤ تاؤ ہوتا ہے۔ دکاندار قسمیں کھاتا ہے، گاہک مڑ کر چل پڑتا ہے، پھر آواز آتی ہے۔ «ایک دام» لکھا ہو تو بھی کچھ نہ کچھ گنجائش نکل آتی ہے۔",
      },
      eg: {
        language: "ar",
        asked: "هل السعر في السوق ثابت أم فيه فِصال؟",
        answer:
          "في خان الخليلي الفِصال من أصول الشراء، ومعه كوب شاي. أما الفرّان والمحلات الكبيرة فأسعارها ثابتة. وفي التاكسي بلا عدّاد اتفق على الأجرة قبل الركوب.",
      },
      th: {
        language: "th",
        asked: "ซื้อของในตลาดต่อราคาได้ไหม",
        answer: "เสื้อผ้ากับของฝากต่อได้นิดหน่อย ยิ้มแล้วถามว่าลดได้ไหม ส่วนอาหารราคาตายตัว ต่อกันแค่ไม่กี่บาทคนขายจะมองว่าใจแคบ",
      },
      mx: {
        language: "es",
        asked: "¿En el mercado se regatea o el precio es fijo?",
        answer:
          "En el tianguis se pregunta «¿es lo menos?», y la marchanta pone el pilón. A quien vende su propia artesanía a precio justo no se le regatea.",
      },
    },
  },
  {
    key: "leaving-a-tip",
    topic: "economic-behaviour",
    asked: "Does one leave a tip?",
    answers: {
      jp: "No. Service is part of the price, and money left on the table may be carried after the guest. At a ryokan some give the room attendant a note in an envelope on arrival.",
      cn: "Hardly anywhere. Guides and hotel porters who deal with foreigners are used to it; at a restaurant a tip would puzzle the waiter.",
      in: "Yes, modestly: five to ten per cent in a restaurant unless a service charge stands on the bill, small notes for porters and drivers who help with the bags.",
      pk: "Yes, small sums: rounding up or five to ten per cent, and something for the boy who wiped the windscreen or carried the bags. At weddings and Eid the household staff receive more.",
      eg: "Yes, and often: baksheesh for the porter, the doorman, the man who waved the car into its place, besides ten per cent in a restaurant. Small notes in the pocket save embarrassment.",
      th: "Not as a rule. One leaves the coins of the change or twenty baht where the service was kind; hotels and tourist restaurants add a charge.",
      mx: "Yes: ten to fifteen per cent in restaurants, coins for the youngster who packs bags in the supermarket, the attendant who fills the tank and the man who watches the cars.",
      ng: "It is welcome and not fixed: some leave ten per cent in restaurants, and “anything for the boys?” is asked by many who open a gate or carry a load. One gives when pleased.",
    },
  },
  {
    key: "saving-together",
    topic: "economic-behaviour",
    asked: "How do people save or borrow money among themselves?",
    answers: {
      jp: "Mostly through banks now. The old mutual clubs, mujin or tanomoshi, live on in a few places; in Okinawa friends still meet each month for a moai, where each in turn takes the pot.",
      cn: "Within the family first: for a flat, parents, uncles and aunts put together what they have, and it is remembered. Rotating clubs, biāohuì, are known in the south-east.",
      in: "In chit funds and, among women, “kitty parties”: everybody pays in each month and the sum goes to one by lot or bid. Village self-help groups lend small amounts to their members.",
      pk: "In a committee: ten or twenty neighbours or colleagues pay a fixed sum every month, and the whole goes to each in turn, by lot or by need. It pays for weddings, fees and motorcycles.",
      eg: "In a gamʿeyya: friends, neighbours or colleagues pay in monthly and take the whole sum in turn. Whoever faces a wedding or a school year asks for an early turn; no interest is taken.",
      th: "In a share circle, len chae, where members bid for the monthly pot; it runs on trust and sometimes breaks. Villages have savings groups that pay out at death or for fertiliser.",
      mx: "In a tanda: ten people, ten weeks or months, the same sum each time, and a number drawn that says when it is one’s turn. The organiser’s good name is the guarantee.",
      ng: "In an esusu or ajo: members contribute daily, weekly or monthly and collect in turn; a collector may come round the market stalls each day. Hausa speakers call it adashi.",
    },
  },
  {
    key: "lunch-on-a-working-day",
    topic: "work-behaviour",
    asked: "What is lunch like on a working day?",
    answers: {
      jp: "An hour from noon: a set meal near the office, a bento from home or the convenience store, noodles eaten quickly. At the desk one is soon back; some rest their eyes for ten minutes.",
      cn: "A canteen or a delivery at noon, then for many a short sleep with the head on the desk, wǔxiū. Offices keep camp beds and dim the lights.",
      in: "A tiffin from home, its boxes opened and shared around the table; in Mumbai dabbawalas bring it to the desk by train and bicycle. Otherwise a thali nearby.",
      pk: "Often a shared order: daal, karahi and hot naan in the middle, after or before the zuhr prayer. On Fridays the break is long because of the congregational prayer.",
      eg: "A sandwich of ful or taameya at eleven, and the real meal, ghada, at home after work, at four or five, with the family. In offices tea keeps the day going.",
      th: "At noon sharp colleagues walk out together to the food court or the rice-and-curry stall, each with a different dish so that all can taste. Fruit in a bag comes back to the desk.",
      mx: "The comida, the main meal, at two or three: soup, rice, a stew, beans, tortillas and agua fresca in a fonda’s comida corrida. It may take an hour, and work goes on until the evening.",
      ng: "Rice and stew or swallow from a “buka” or the food seller who comes to the gate, eaten between one and two; some bring a flask from home. In Ramadan the break is for prayer and rest.",
    },
  },
];
