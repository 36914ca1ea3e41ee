/**
 * Yields each item with its result, in order. `start` is called for up to `count` further items before one is awaited.
 */
export async function* prefetch<T, R>(
  items: Iterable<T>,
  count: number,
  start: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  const started: (readonly [T, Promise<R>])[] = [];
  for (const item of items) {
    started.push([item, start(item)]);
    if (started.length <= count) continue;
    const [first] = started.splice(0, 1);
    if (first) yield [first[0], await first[1]];
  }
  for (const [item, result] of started) yield [item, await result];
}
