/** UTF-16 units a note of the question box may have: as a text field counts them. */
export const NOTE_LENGTH = 280;
