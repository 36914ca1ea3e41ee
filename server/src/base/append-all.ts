/** Appends all items to a list. Instead of `push(...items)`, which fails where these are some hundred thousand. */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
