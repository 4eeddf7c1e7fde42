/**
 * Finds the place of a conversation by its number: open addressing over the numbers themselves, so that an entry costs
 * four bytes and, at the fullest, half as many again for free slots.
 */
export class NumberIndex {
  /** Places plus one; 0 is free. */
  #slots = new Uint32Array(96);
  #used = 0;

  get bytes(): number {
    return this.#slots.byteLength;
  }

  /** The place of `number`, or -1. @param numbers the number at each place */
  find(numbers: Int32Array, number: number): number {
    for (let slot = this.#slotOf(number); ; slot = this.#after(slot)) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) return -1;
      if (numbers[place - 1] === number) return place - 1;
    }
  }

  /** Adds a place whose number is not here yet. */
  add(numbers: Int32Array, place: number): void {
    if ((this.#used + 1) * 4 > this.#slots.length * 3) this.reserve(numbers, Math.ceil(this.#used * 1.3) + 64);
    this.#insert(numbers[place] ?? 0, place);
    this.#used++;
  }

  /** Makes room for so many, so that growing does not cost a copy each time. */
  reserve(numbers: Int32Array, count: number): void {
    const before = this.#slots;
    const slots = Math.ceil(count * 1.5);
    if (slots <= before.length) return;
    this.#slots = new Uint32Array(slots);
    for (const place of before) if (place !== 0) this.#insert(numbers[place - 1] ?? 0, place - 1);
  }

  #insert(number: number, place: number) {
    let slot = this.#slotOf(number);
    while (this.#slots[slot] !== 0) slot = this.#after(slot);
    this.#slots[slot] = place + 1;
  }

  /** A well mixed 32-bit hash, scaled to the slots: their count need not be a power of two. */
  #slotOf(number: number): number {
    let hash = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
    hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
    return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 0x100000000) * this.#slots.length);
  }

  #after(slot: number): number {
    return slot + 1 === this.#slots.length ? 0 : slot + 1;
  }
}
