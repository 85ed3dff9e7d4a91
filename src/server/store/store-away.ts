/** The store of rooms cannot be reached at the moment; nothing is lost by asking again. Answered with 503. */
export class StoreAway extends Error {}
