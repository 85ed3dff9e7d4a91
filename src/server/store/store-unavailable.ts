/** The store of rooms cannot be reached at the moment. Answered with 503. */
export class StoreUnavailable extends Error {}

/** A room was written by a newer version of the program, which this one does not guess at (R32). Answered with 503. */
export class OtherVersion extends Error {}
