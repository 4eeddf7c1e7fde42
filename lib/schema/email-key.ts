/** The form in which an e-mail address is stored and compared: NFKC first, so that full-width look-alikes fold before the check. */
export function emailKey(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}
