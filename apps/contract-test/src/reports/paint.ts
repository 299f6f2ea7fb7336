/** Colours for a terminal. */
export type Paint = Readonly<Record<"bold" | "faint" | "good" | "bad" | "doubtful", (text: string) => string>>;

/** Opens the colours; without `colour` texts stay as they are. */
export function openPaint(colour: boolean): Paint {
  const with_ = (codes: string) => (text: string) => (colour ? `\u001b[${codes}m${text}\u001b[0m` : text);
  return { bold: with_("1"), faint: with_("2"), good: with_("1;32"), bad: with_("1;31"), doubtful: with_("1;33") };
}
