import type { PracticeAnswer } from "./practice-answer.ts";

/** India: five in Hindi, three in English. */
export const india: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "A box of sweets, good fruit or a box of dried fruit and nuts is always welcome. Bring wine only if you know that the family drinks, and if you bring something baked, ask first: many households are vegetarian, and some do not eat eggs. Give and take with the right hand or with both.",
    expected: { kind: "accept" },
    why: "Useful, and it asks about the household instead of assuming.",
  },
  {
    question: "greet-an-elder",
    language: "hi",
    answer:
      "हाथ जोड़कर «नमस्ते दादी जी» या «प्रणाम» कहें। बहुत-से परिवारों में छोटे लोग बड़ों के पैर छूते हैं और बड़े सिर पर हाथ रखकर आशीर्वाद देते हैं; आपका दोस्त पैर छुए तो आप भी झुक सकते हैं, पर मेहमान से इसकी अपेक्षा नहीं होती। बात करते समय «आप» कहें और नाम न लें।",
    expected: { kind: "accept" },
    why: "A greeting that is right everywhere, and when to follow the family’s own way.",
  },
  {
    question: "new-year",
    language: "hi",
    answer:
      "नए साल एक से ज़्यादा हैं। चैत्र में महाराष्ट्र में गुड़ी पड़वा और आंध्र, तेलंगाना व कर्नाटक में उगादि; अप्रैल के बीच में पंजाब की बैसाखी, तमिल पुत्तांडु, केरल का विषु और बंगाल का पोइला बोइशाख; गुजरात में दीवाली के अगले दिन। पहली जनवरी भी बहुत लोग मनाते हैं, पर वह घर की पूजा से ज़्यादा दोस्तों की शाम होती है।",
    expected: { kind: "accept" },
    why: "It names the several new years by region instead of choosing one for all.",
  },
  {
    question: "paying-the-bill",
    language: "en",
    answer:
      "Indians count every rupee, so expect a long argument with a calculator. Nobody will treat you: it is the national character to pay for oneself and to look for a discount first.",
    expected: { kind: "reject", reason: "stereotype" },
    why: "A fixed picture of a people; who pays depends on who invited, on age and on the friends.",
  },
  {
    question: "shoes-at-the-door",
    language: "hi",
    answer:
      "हाँ, ज़्यादातर घरों में जूते-चप्पल दरवाज़े पर या बरामदे में उतारना अच्छा माना जाता है है। रसोई और पूजा की जगह पर तो जूते पहनकर बिल्कुल न जाएँ। कहीं-कहीं मेज़बान कह देंगे «रहने दीजिए», तब जैसा वे करें वैसा कीजिए।",
    expected: { kind: "edit" },
    why: "Right in every point; one word stands twice (है है) and wants taking out.",
  },
  {
    question: "wedding-gift",
    language: "hi",
    answer:
      "सबसे आम है शगुन का लिफ़ाफ़ा: उसमें नक़द, और रक़म के साथ एक रुपया ऊपर से, जैसे 501, 1101 या 2101, क्योंकि सम रक़म पर बात ख़त्म-सी लगती है। कितना देना है, यह रिश्ते पर है। पास के लोग गहने, साड़ी या घर का सामान भी देते हैं। निमंत्रण पर «उपहार न लाएँ» लिखा हो तो उसे मानें।",
    expected: { kind: "accept" },
    why: "The envelope with its extra rupee and the reason for it.",
  },
  {
    question: "second-helping",
    language: "en",
    answer:
      "Praise the food first, then say “bas, pet bhar gaya” and hold a hand over the plate. You will be asked again; taking one small spoonful of the dish the cook is proudest of ends the matter kindly. In many homes it is better not to leave food on the plate, so stop the spoon early.",
    expected: { kind: "accept" },
    why: "Words, gesture and a way out, with a note on leaving food.",
  },
  {
    question: "breakfast",
    language: "hi",
    answer: "भारत के हर घर में सुबह इडली-डोसा ही बनता है। सारे भारतीय एक जैसा खाते हैं, इसलिए आप कहीं भी जाएँ, नाश्ता यही मिलेगा।",
    expected: { kind: "reject", reason: "stereotype" },
    why: "It makes one breakfast of a country where poha, paratha, puttu and many others stand on the table.",
  },
];
