/** The part of an address of Compare that says a question and whose answers, the first one for reference. */
export function questionQuery(question: string | null, cultures: readonly string[]): URLSearchParams {
  const query = new URLSearchParams();
  if (question !== null) query.set("question", question);
  if (cultures.length > 0) query.set("cultures", cultures.join(","));
  return query;
}

/** Where a question is compared, perhaps of some cultures. Apart from the other state, which pages that only lead there do not load. */
export function compareAddress(project: string, question: string, cultures: readonly string[] = []): string {
  return `/projects/${project}/compare?${questionQuery(question, cultures)}`;
}
