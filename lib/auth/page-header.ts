/** Where a page's own address is found while it is drawn; `proxy.ts` sets it and overwrites what a client sent. */
export const pageHeader = "x-tessera-page";
