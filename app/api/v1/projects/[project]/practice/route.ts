import { door } from "#lib/door/door.ts";
import { listPractice } from "#lib/services/list-practice.ts";

export const GET = door(listPractice);
