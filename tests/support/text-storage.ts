/** What a browser's `localStorage` is, for as long as a test lasts. */
export function createTextStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    clear: () => texts.clear(),
    key: (i) => [...texts.keys()][i] ?? null,
    get length() {
      return texts.size;
    },
  };
}
