/**
 * Where a question is compared, perhaps of some cultures, the first one for reference; as `formatCompare` writes it, but without its
 * lenses and pairs, which pages that only lead there do not load.
 */
export function compareAddress(project: string, question: string, cultures: readonly string[] = []): string {
  const query = new URLSearchParams({ question });
  if (cultures.length > 0) query.set("cultures", cultures.join(","));
  return `/projects/${project}/compare?${query}`;
}
