// @ts-check

/** An expected failure of the launcher: its message is a sentence for the reader, and no stack is shown. */
export class Trouble extends Error {}
