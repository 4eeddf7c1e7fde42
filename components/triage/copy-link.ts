import { announce } from "#components/ui/announce.ts";

/** Puts the address of a conversation's card into the clipboard and says so. */
export async function copyLink(triage: string, conversation: string): Promise<void> {
  const address = new URL(`${triage}?item=${conversation}`, window.location.href);
  try {
    await navigator.clipboard.writeText(address.href);
    announce("Link copied.");
  } catch {
    announce("The browser did not let the link be copied; it stands in the address.");
  }
}
