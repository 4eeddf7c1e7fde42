/** Of the new values those that differ from the old, so that saving one field never overwrites what somebody did to another. */
export function changedOnly<Values extends Record<string, unknown>>(
  before: Readonly<Record<string, unknown>>,
  after: Values,
): Partial<Values> {
  const changed: Partial<Values> = { ...after };
  for (const key of Object.keys(after)) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) Reflect.deleteProperty(changed, key);
  }
  return changed;
}
