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

/** @returns {Promise<boolean>} whether this browser keeps anything */
export async function canKeep() {
  return (await inStore("readonly", (store) => store.count())).ok;
}

/** Wipes everything kept here. */
export async function forgetAll() {
  held.clear();
  await inStore("readwrite", (store) => store.clear());
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
        const transaction = database.transaction(STORE, mode);
        const asking = ask(transaction.objectStore(STORE));
        const done = (/** @type {boolean} */ ok) => (database.close(), resolve({ ok, value: ok ? asking.result : undefined }));
        transaction.oncomplete = () => done(true);
        transaction.onabort = (event) => (event.preventDefault(), done(false));
      };
    } catch {
      blocked();
    }
  });
}
