// What a person typed and ticked, kept in this browser. Where it may keep nothing, it is held until the page is left.

const STORE = "kept";
/** @type {Map<string, any>} */
const held = new Map();

/**
 * @param {string} key
 * @returns {Promise<any>} undefined where nothing is kept
 */
export async function kept(key) {
  const answer = await inStore("readonly", (store) => store.get(key));
  return answer.ok ? answer.value : held.get(key);
}

/**
 * @param {string} key
 * @param {unknown} value plain data; `undefined` is forgotten
 * @returns {Promise<boolean>} whether a reload finds it
 */
export async function keep(key, value) {
  held.set(key, value);
  return (await inStore("readwrite", (store) => (value === undefined ? store.delete(key) : store.put(value, key)))).ok;
}

/**
 * Changes what is kept, whoever kept it last: two pages that work on the same letter lose nothing of each other.
 *
 * @template T
 * @param {string} key
 * @param {(value: T | undefined) => T} change
 * @returns {Promise<{ isKept: boolean, value: T }>}
 */
export async function amend(key, change) {
  /** @type {T | undefined} */
  let amended;
  const { ok } = await inStore("readwrite", (store) => {
    const asking = store.get(key);
    asking.onsuccess = () => {
      try {
        store.put((amended = change(asking.result)), key);
      } catch {
        store.transaction.abort();
      }
    };
    return asking;
  });
  const value = ok && amended !== undefined ? amended : change(held.get(key));
  held.set(key, value);
  return { isKept: ok, value };
}

/** @returns {Promise<boolean>} whether this browser keeps anything */
export async function canKeep() {
  return (await inStore("readonly", (store) => store.count())).ok;
}

/** @typedef {[key: string, value: any][]} Wiped what was kept before all was wiped */

/** Wipes everything kept here, and gives it to whoever may have to bring it back. @returns {Promise<Wiped>} */
export async function forgetAll() {
  /** @type {IDBRequest<IDBValidKey[]> | undefined} */ let keys;
  const { ok, value: values } = await inStore("readwrite", (store) => {
    keys = store.getAllKeys();
    const asking = store.getAll();
    store.clear();
    return asking;
  });
  const wiped = ok && keys ? keys.result.map((key, at) => /** @type {[string, any]} */ ([String(key), values[at]])) : [...held];
  held.clear();
  return wiped;
}

/** Puts back what was wiped; what was kept since stays as it is. @param {Wiped} wiped */
export async function bringBack(wiped) {
  for (const [key, value] of wiped) {
    if ((await kept(key)) === undefined) await keep(key, value);
  }
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<{ ok: boolean, value?: any }>}
 */
function inStore(mode, ask) {
  return new Promise((resolve) => {
    const blocked = () => resolve({ ok: false });
    try {
      const opening = indexedDB.open("jianyi-review", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = opening.onblocked = blocked;
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const transaction = database.transaction(STORE, mode);
          const asking = ask(transaction.objectStore(STORE));
          const done = (/** @type {boolean} */ ok) => (database.close(), resolve({ ok, value: ok ? asking.result : undefined }));
          transaction.oncomplete = () => done(true);
          transaction.onabort = (event) => (event.preventDefault(), done(false));
        } catch {
          database.close();
          blocked();
        }
      };
    } catch {
      blocked();
    }
  });
}
