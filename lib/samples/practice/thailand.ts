import type { PracticeAnswer } from "./practice-answer.ts";

/** Thailand: six in Thai, two in English. */
export const thailand: readonly PracticeAnswer[] = [
  {
    question: "dinner-gift",
    language: "en",
    answer:
      "Fruit, sweets or something from your own town is enough, and nobody expects a large present. Take off your shoes before you step in, and hand the gift over with both hands or the right one, with a small wai to someone older. Do not mind if it is put aside unopened: opening it in front of you could look greedy.",
    expected: { kind: "accept" },
    why: "A modest gift, the way to hand it over, and why it stays wrapped.",
  },
  {
    question: "greet-an-elder",
    language: "th",
    answer:
      "ผู้น้อยไหว้ก่อนเสมอ พนมมือให้ปลายนิ้วหัวแม่มือแตะปลายจมูก ก้มศีรษะลงเล็กน้อย แล้วพูดว่า «สวัสดีค่ะคุณยาย» หรือ «สวัสดีครับคุณยาย» เรียกท่านว่าคุณยายได้เลยแม้ไม่ใช่ญาติ ถ้าท่านนั่งอยู่ ให้นั่งลงหรือค้อมตัวไม่ให้ศีรษะสูงกว่าท่านมากนัก และไม่ควรแตะศีรษะหรือยื่นมือไปขอจับมือก่อน",
    expected: { kind: "accept" },
    why: "The younger one gives the wai, at the height due to an elder, and keeps the head low.",
  },
  {
    question: "new-year",
    language: "th",
    answer:
      "คนไทยฉลองสองครั้ง วันที่ 1 มกราคมเป็นปีใหม่สากล หลายครอบครัวไปทำบุญตักบาตรหรือสวดมนต์ข้ามปี ส่วนปีใหม่ไทยคือสงกรานต์ วันที่ 13–15 เมษายน คนที่ทำงานไกลบ้านกลับไปหาครอบครัว สรงน้ำพระ รดน้ำขอพรผู้ใหญ่ แล้วจึงออกไปเล่นน้ำกัน",
    expected: { kind: "accept" },
    why: "Both new years, and Songkran with its quiet half before the water fights.",
  },
  {
    question: "paying-the-bill",
    language: "th",
    answer:
      "การเปิดบัญชีธนาคารต้องใช้บัตรประชาชนตัวจริงและเงินฝากขั้นต่ำ ค่าธรรมเนียมบัตรเอทีเอ็มคิดเป็นรายปี หากถอนเงินต่างจังหวัดอาจมีค่าธรรมเนียมเพิ่ม ควรสอบถามสาขาก่อน",
    expected: { kind: "reject", reason: "off-question" },
    why: "It is about opening a bank account, not about who pays for the meal.",
  },
  {
    question: "shoes-at-the-door",
    language: "th",
    answer: "ต้องถอด และถ้าหน้าบ้านไม่มีที่วาง ให้ยกรองเท้าขึ้นไปวางบนหิ้งพระ จะได้ไม่เกะกะและไม่หาย",
    expected: { kind: "reject", reason: "harm" },
    why: "Shoes on the shelf of the Buddha image would wound the whole household.",
  },
  {
    question: "wedding-gift",
    language: "en",
    answer:
      "Money in an envelope is usual, often the very envelope the invitation came in, with your name on it. At the evening party it goes into a box by the entrance. The sum follows how close you are and where the party is held. If you are at the morning ceremony you may also pour water over the couple’s hands and wish them well. Avoid black clothes unless the couple ask for them.",
    expected: { kind: "accept" },
    why: "The envelope, the box, the water, and the colour not to wear.",
  },
  {
    question: "second-helping",
    language: "th",
    answer:
      "ยิ้มแล้วชมก่อนว่า «อร่อยมากเลยค่ะ/ครับ» แล้วบอกว่า «อิ่มแล้วค่ะ/ครับ ขอบคุณค่ะ/ครับ» ถ้ายังตักให้อีก รับไว้สักคำแล้วรวบช้อนส้อมวางคู่กันในจาน เป็นสัญญาณว่ากินเสร็จแล้ว เจ้าของบ้านจะไม่ถือว่าเสียน้ำใจ",
    expected: { kind: "accept" },
    why: "Praise first, then the words, then spoon and fork laid side by side.",
  },
  {
    question: "breakfast",
    language: "th",
    answer:
      "แล้วแต่บ้านและเวลา ที่พบบ่อยคือข้าวต้มหรือโจ๊ก ข้าวเหนียวหมูปิ้งที่ซื้อระหว่างทาง ปาท่องโก๋กับน้ำเต้าหู้ หรือข้าวราดแกงเหมือนมื้ออื่น หลายคนซื้อจากร้านหน้าปากซอยมากกว่าทำเอง ส่วนขนมปังกับกาแฟก็มีมากขึ้นในเมือง",
    expected: { kind: "accept" },
    why: "What is really eaten, and that much of it is bought on the way.",
  },
];
