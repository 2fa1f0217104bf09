// What the page remembers on this machine: settings, and the ledger that was open last.
// Where storage is blocked (private windows, file://, policy) it remembers nothing and says nothing.

const PREFIX = "jianyi.";
const STORE = "ledgers";
const LAST = "last";
/** A larger file is quicker chosen again than copied into the browser's storage. */
const LARGEST = 64 * 1024 * 1024;

/**
 * @param {string} name
 * @returns {string | null}
 */
export function remembered(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value
 */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing is remembered.
  }
}

/**
 * Keeps the ledger that was opened; its bytes stay on this machine. They are kept as bytes: WebKit's private windows store
 * no files, and Firefox takes away what stands behind a stored file once it is stored again.
 * @param {{ name: string, sample?: string, file?: Blob }} ledger
 * @returns {Promise<boolean>} whether it is kept
 */
export async function rememberLedger(ledger) {
  const isSmall = !ledger.file || ledger.file.size <= LARGEST;
  // A file that was changed or removed meanwhile can't be read.
  const file = isSmall ? await ledger.file?.arrayBuffer().catch(() => null) : null;
  if (file !== null) return (await inStore("readwrite", (store) => store.put({ ...ledger, file }, LAST))) === LAST;
  await forgetLedger();
  return false;
}

/** @returns {Promise<{ name: string, sample?: string, file?: Blob } | null>} */
export async function lastLedger() {
  const last = (await inStore("readonly", (store) => store.get(LAST))) ?? null;
  return last?.file ? { ...last, file: new File([last.file], last.name) } : last;
}

/** Wipes the kept ledger from this machine. */
export async function forgetLedger() {
  await inStore("readwrite", (store) => store.delete(LAST));
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<any>} nothing where storage is blocked
 */
function inStore(mode, ask) {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open("jianyi", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = opening.onblocked = () => resolve(undefined);
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const transaction = database.transaction(STORE, mode);
          const asking = ask(transaction.objectStore(STORE));
          transaction.oncomplete = () => (database.close(), resolve(asking.result));
          transaction.onabort = () => (database.close(), resolve(undefined));
        } catch {
          database.close();
          resolve(undefined);
        }
      };
    } catch {
      resolve(undefined);
    }
  });
}
