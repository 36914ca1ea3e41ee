/** Caches a pure function of one immutable value. The result lives as long as the value. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const cache = new WeakMap<K, V>();
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined || cache.has(key)) return known as V;
    const value = compute(key);
    cache.set(key, value);
    return value;
  };
}

/**
 * Caches a pure function of an immutable value and a list, which may be long. For each value only the result for the
 * last list is cached; it is reused while `same` holds for every item.
 */
export function memoBeside<K extends object, T, V>(
  compute: (key: K, list: readonly T[]) => V,
  same: (one: T, other: T | undefined) => boolean,
): (key: K, list: readonly T[]) => V {
  const last = new WeakMap<K, { readonly list: readonly T[]; readonly value: V }>();
  return (key, list) => {
    const known = last.get(key);
    if (known && known.list.length === list.length && known.list.every((one, at) => same(one, list[at])))
      return known.value;
    const value = compute(key, list);
    last.set(key, { list, value });
    return value;
  };
}

/** Caches a pure function of a list of immutable values, which may be long; their order and number count. */
export function memoTuple<K extends readonly object[], V>(compute: (keys: K) => V): (keys: K) => V {
  type Level = { next?: WeakMap<object, Level>; hit?: { readonly value: V } };
  const root: Level = {};
  return (keys) => {
    let level = root;
    for (const key of keys) {
      level.next ??= new WeakMap();
      let below = level.next.get(key);
      if (!below) {
        below = {};
        level.next.set(key, below);
      }
      level = below;
    }
    level.hit ??= { value: compute(keys) };
    return level.hit.value;
  };
}
