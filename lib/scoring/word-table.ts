/** Numbers words in order of arrival, each known by two 32-bit hashes. Open addressing; finding and adding are O(1). */
export class WordTable {
  first: Uint32Array;
  second: Uint32Array;
  size = 0;
  #slots: Int32Array;

  constructor(capacity = 1024) {
    this.first = new Uint32Array(capacity);
    this.second = new Uint32Array(capacity);
    this.#slots = new Int32Array(slotsFor(capacity));
  }

  /** The word's number, or -1. */
  find(first: number, second: number): number {
    return (this.#slots[this.#slot(first, second)] ?? 0) - 1;
  }

  /** The word's number, given now if it had none. */
  add(first: number, second: number): number {
    let slot = this.#slot(first, second);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    if (this.size === this.first.length) {
      this.#grow();
      slot = this.#slot(first, second);
    }
    this.first[this.size] = first;
    this.second[this.size] = second;
    this.size++;
    this.#slots[slot] = this.size;
    return this.size - 1;
  }

  #slot(first: number, second: number): number {
    const last = this.#slots.length - 1;
    let slot = first & last;
    let entry = this.#slots[slot] ?? 0;
    while (entry !== 0 && (this.first[entry - 1] !== first || this.second[entry - 1] !== second)) {
      slot = (slot + 1) & last;
      entry = this.#slots[slot] ?? 0;
    }
    return slot;
  }

  #grow(): void {
    this.first = grown(this.first);
    this.second = grown(this.second);
    this.#slots = new Int32Array(slotsFor(this.first.length));
    for (let word = 0; word < this.size; word++) {
      this.#slots[this.#slot(this.first[word] ?? 0, this.second[word] ?? 0)] = word + 1;
    }
  }
}

function slotsFor(capacity: number): number {
  let slots = 16;
  while (slots < capacity * 2) slots *= 2;
  return slots;
}

function grown(words: Uint32Array): Uint32Array {
  const larger = new Uint32Array(words.length * 2);
  larger.set(words);
  return larger;
}
