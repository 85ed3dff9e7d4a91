import { customAlphabet } from 'nanoid';

/** A random name for a window, of 24 hexadecimal digits, by which the presenter and the board know it again. */
export const windowName: () => string = customAlphabet('0123456789abcdef', 24);
