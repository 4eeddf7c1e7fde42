/**
 * What the simulator's people do, by aspect of a situation. All of it is invented and could be said of any culture: which of them a
 * culture gets follows from a hash of its name, so nothing here is a claim about anybody.
 */
export const habits = {
  opening: [
    "The one who arrives speaks first, and names everybody in the room",
    "Nobody speaks of the matter itself before tea has been poured twice",
    "The youngest person present says a few words of welcome",
    "A short silence comes first, and it is thought friendly",
    "People begin with news of the road, and of those they met on it",
    "Whoever is host asks after the family, one member at a time",
    "A song is hummed at the door, and the people inside answer it",
  ],
  manner: [
    "a refusal is said twice before it counts",
    "thanks are given on the next day and not on the day itself",
    "the matter is put as a question, so that the other may turn it down with ease",
    "praise goes to the whole household and never to one person alone",
    "what is agreed is repeated aloud by the one who will do it",
    "a small joke at one's own cost shows that no harm is meant",
    "one speaks for oneself only, and says so",
  ],
  sharing: [
    "bread is broken by the eldest and handed on to the left",
    "each guest carries one dish and takes another one home",
    "a bowl is left empty on the table for whoever may still come",
    "the soup is served before the guests have sat down",
    "fruit from the garden is wrapped in paper and given at parting",
    "everybody eats from the dish that stands nearest to them",
    "the first cup goes to the person who came the longest way",
  ],
  time: [
    "coming a little late leaves the hosts time to breathe",
    "coming early and lending a hand is the custom",
    "the hour is set by the light and not by the clock",
    "one stays until the lamps have been lit",
    "a visit is short, and is returned within the week",
    "the day is chosen together, some weeks ahead",
  ],
  elders: [
    "advice is asked of an aunt or uncle first",
    "grandparents decide, after they have listened to the children",
    "neighbours have as much of a say as relatives",
    "the matter is settled between the two whom it concerns",
    "friends from school days are asked to speak in between",
    "the family sits in a circle and each one speaks once",
  ],
  reason: [
    "so that nobody has to lose face",
    "because a house is judged by how its guests leave it",
    "since what is shared is remembered longer than what is owned",
    "because work goes lighter when nobody has to ask for help",
    "so that the young learn it by watching",
    "since a promise ought to have witnesses",
    "because there was always somebody who had less",
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export const links = {
  first: [
    "In the first place",
    "As a rule",
    "Where I grew up",
    "In my own family",
    "Most of the time",
    "Among my friends",
  ],
  also: ["Besides that", "Then again", "At the same time", "In the same way", "On such days"],
  but: [
    "In the towns this is changing",
    "Not everybody keeps to it",
    "My cousins see it otherwise",
    "Younger people do it their own way",
    "In some villages it is just the reverse",
  ],
  close: [
    "I would not call it a rule, but I would notice if it were missing.",
    "If you are unsure, watch what the others do.",
    "Nobody will mind a mistake that is made with a smile.",
    "That is how I would answer, and my neighbour might not.",
    "It sounds like a small thing, and it is not.",
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>;
