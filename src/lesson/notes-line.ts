/** What follows on a line that starts notes: `Notes:`, `Note:`, `**Teacher notes:**`, with any indent and in any case; undefined for any other line. */
export function readNotesLine(text: string): string | undefined {
  const [, rest] = /^(?:\*\*|__)?(?:teacher['’]?s?['’]? )?notes? ?(?::(?:\*\*|__)?|(?:\*\*|__):)(.*)$/i.exec(text.trim()) ?? [];
  return rest?.trim();
}
