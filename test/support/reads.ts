/** Counts how often a property of these objects is read from now on, by which work is measured without a clock. */
export function countReads<T extends object, K extends keyof T>(objects: Iterable<T>, key: K): () => number {
  let reads = 0;
  for (const one of objects) {
    const value = one[key];
    const get = () => {
      reads++;
      return value;
    };
    Object.defineProperty(one, key, { get, enumerable: true });
  }
  return () => reads;
}
