// A stand-in for the built module: it "reads" a ledger whose entries are lines, and traps when it is told to.

export function fakeCore() {
  const core = { resets: 0, readers: 0, freed: 0, options: [] };
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };

  class LedgerReader {
    #text = "";
    #decoder = new TextDecoder();
    #bytes = 0;
    constructor(options) {
      core.readers += 1;
      core.options.push(options);
    }
    push(chunk) {
      this.#bytes += chunk.length;
      this.#text += this.#decoder.decode(chunk, { stream: true });
      return { bytes: this.#bytes, entries: this.#text.split("\n").length - 1 };
    }
    handOver() {}
    finish() {
      if (this.#text.includes("not a ledger")) {
        throw { code: "not-json", severity: "error", place: { line: 1, column: 1 }, value: "not", message: "不是 JSON", messageEn: "not JSON" };
      }
      return new LedgerHandle(this.#text);
    }
    free() {
      core.freed += 1;
    }
  }

  class LedgerHandle {
    #lines;
    constructor(text) {
      this.#lines = text.split("\n").filter((line) => line !== "");
      this.size = this.#lines.length;
    }
    entry(id) {
      throw { code: "no-such-entry", detail: id };
    }
    count(filter) {
      if (filter?.text === "trap") trap();
      return this.#lines.filter((line) => line.includes(filter?.text ?? "")).length;
    }
    rows({ from = 0, count = 100 } = {}) {
      return this.#lines.slice(from, from + count).map((title, index) => ({ index: from + index, title }));
    }
    problems() {
      return [];
    }
    toJson() {
      return new TextEncoder().encode(this.#lines.join("\n"));
    }
    free() {
      core.freed += 1;
    }
  }

  const glue = {
    default: async () => {},
    __wbg_reset_state: () => void (core.resets += 1),
    LedgerReader,
    LedgerHandle,
    profiles: () => [{ id: "npc" }],
    rules: () => [],
    readProfile: (json) => {
      if (json === "") throw { code: "profile-field-missing", detail: "field: id; line: 1; column: 2" };
      return { id: JSON.parse(json).id };
    },
  };
  return { core, glue };
}

/** The smallest module that compiles. */
export const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
