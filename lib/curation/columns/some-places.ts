import type { Columns } from "./columns.ts";

/** The places of all rows. */
export function everyPlace({ length }: Columns): Int32Array {
  const places = new Int32Array(length);
  for (let place = 0; place < length; place++) places[place] = place;
  return places;
}

/** Where the numbers are; a row that came after the columns were read is left out. */
export function placesOf(columns: Columns, numbers: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length);
  let count = 0;
  let shift = 0;
  for (const number of numbers) {
    // Most rows lie in the order of their numbers: the shift from the one before is nearly always right.
    let place = number - shift;
    if (columns.numbers[place] !== number || place >= columns.length) place = columns.find(number);
    if (place === -1) continue;
    shift = number - place;
    places[count++] = place;
  }
  return places.subarray(0, count);
}
