/** A name in braces: a character's where a lesson has it, `{Sam}`, or a handout's field; the first group is the name. */
export const IN_BRACES = /\{(\p{L}[\p{L}\p{M}\p{N} '’-]{0,29})\}/gu;
