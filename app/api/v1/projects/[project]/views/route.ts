import { door } from "#lib/door/door.ts";
import { createView, listViews } from "#lib/services/saved-views.ts";

export const GET = door(listViews);
export const POST = door(createView);
