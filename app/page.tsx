import { conversationLimits } from "#lib/schema/conversation.ts";

export default function Home() {
  return <main>Tessera {conversationLimits.turns}</main>;
}
