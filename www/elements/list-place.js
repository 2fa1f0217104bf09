// Where the user was in a list: coming back to it, and stepping from entry to entry, goes on from there.

/**
 * @typedef {object} ListPlace
 * @property {import("../state.js").Filter} filter
 * @property {import("../state.js").Sort | null} sort
 * @property {number} position of the row, from 0
 * @property {number} top how far the list was scrolled
 */

/** @type {WeakMap<object, ListPlace>} */
const places = new WeakMap();

/** @param {object} ledger @param {ListPlace} place */
export function keepPlace(ledger, place) {
  places.set(ledger, place);
}

/** @param {object} ledger */
export function keptPlace(ledger) {
  return places.get(ledger);
}

/**
 * The place in the list of this filter and order.
 * @param {object} ledger
 * @param {Pick<ListPlace, "filter" | "sort">} query
 */
export function keptPlaceIn(ledger, { filter, sort }) {
  const place = places.get(ledger);
  const isSame = place && JSON.stringify([place.filter, place.sort]) === JSON.stringify([filter, sort]);
  return isSame ? place : undefined;
}
