/** A text without regard to case, the same in both databases. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
