/** The most pupils that one room takes, and so the most hands that one answer can have: a whole school in the hall. */
export const MAX_PUPILS = 1000;
