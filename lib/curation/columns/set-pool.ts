/**
 * Sets of small numbers, each kept once and named by a code; 0 is the empty set. Conversations share their sets of tags,
 * so a set costs one code per conversation; a set that nothing else has costs about 12 bytes and 4 per member besides.
 */
export class SetPool {
  #members = new Uint32Array(64);
  /** Where each set begins; it ends where the next one begins. */
  #starts = new Uint32Array(64);
  #size = 1;
  /** Codes by hash, open addressing; 0 is free, since the empty set is never looked up. */
  #slots = new Uint32Array(64);

  /** How many sets there are, the empty one among them. */
  get size(): number {
    return this.#size;
  }

  /** The code of a set. @param members ascending, each once */
  add(members: ArrayLike<number>): number {
    if (members.length === 0) return 0;
    let slot = hashOf(members) & (this.#slots.length - 1);
    for (;;) {
      const code = this.#slots[slot] ?? 0;
      if (code === 0) break;
      if (this.#equals(code, members)) return code;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const code = this.#size;
    const start = this.#starts[code] ?? 0;
    const end = start + members.length;
    if (code + 2 > this.#starts.length) this.#starts = larger(this.#starts, code + 2);
    if (end > this.#members.length) this.#members = larger(this.#members, end);
    this.#members.set(members, start);
    this.#starts[code + 1] = end;
    this.#size = code + 1;
    this.#slots[slot] = code;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  /** The members of a set, ascending. */
  membersOf(code: number): Uint32Array {
    return this.#members.subarray(this.#starts[code], this.#starts[code + 1]);
  }

  get bytes(): number {
    return this.#members.byteLength + this.#starts.byteLength + this.#slots.byteLength;
  }

  #equals(code: number, members: ArrayLike<number>): boolean {
    const start = this.#starts[code] ?? 0;
    if ((this.#starts[code + 1] ?? 0) - start !== members.length) return false;
    for (let index = 0; index < members.length; index++)
      if (this.#members[start + index] !== members[index]) return false;
    return true;
  }

  #rehash() {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let code = 1; code < this.#size; code++) {
      let slot = hashOf(this.membersOf(code)) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function hashOf(members: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < members.length; index++) {
    hash = Math.imul(hash ^ (members[index] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function larger(array: Uint32Array<ArrayBuffer>, atLeast: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(Math.max(atLeast, array.length * 2));
  copy.set(array);
  return copy;
}
