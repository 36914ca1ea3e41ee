import { foldName } from "../../server/src/base/closest.ts";
import type { Schema } from "../../server/src/schema/schema.ts";
import { type Mutator, misspelt, replaced, type Target } from "./mutation.ts";

/** Mutations of keys. */
export const keyMutators: { readonly [name: string]: Mutator } = {
  "misspelt key": (one, dice) => {
    if (!isKnown(one) || one.key.length < 4) return undefined;
    const key = misspelt(one.key, dice);
    return isFree(one, key) ? replaced(one, one.mark.key, key) : undefined;
  },
  "key in another spelling": (one, dice) => {
    if (!isKnown(one)) return undefined;
    const spelt = dice.pick([
      one.key.replace(/^./, (letter) => letter.toUpperCase()),
      one.key.toUpperCase(),
      one.key.replaceAll("-", "_"),
      one.key.replaceAll("-", " "),
      one.key.replace(/e/, "é"),
      one.key.endsWith("s") ? one.key.slice(0, -1) : `${one.key}s`,
    ]);
    return spelt !== one.key && !one.parent.properties.has(spelt)
      ? replaced(one, one.mark.key, spelt)
      : undefined;
  },
  "another name of a key": (one, dice) => {
    const also = one.mark.schema.also ?? [];
    if (!isKnown(one) || also.length === 0) return undefined;
    const name = dice.pick(also);
    return one.parent.properties.has(name) ? undefined : replaced(one, one.mark.key, name);
  },
  "duplicated key": (one) => {
    const { mark, file } = one;
    const written = file.text.slice(mark.whole.from, mark.whole.to);
    if (/[&*<]/.test(written) || !/[\n,]\s*$/.test(written)) return undefined;
    return replaced(one, mark.whole, written + written, {
      from: mark.whole.from,
      to: mark.whole.to + written.length,
    });
  },
};

function isKnown({ parent, key }: Target): boolean {
  return parent.properties.has(key) && !parent.additional && !parent.nobody;
}

/** Whether a word could not mean another key of the map. */
function isFree({ parent, mark }: Target, word: string): boolean {
  const names = [...parent.properties].flatMap(([name, schema]: readonly [string, Schema]) => [
    name,
    ...(schema.also ?? []),
  ]);
  return word !== mark.path.at(-1) && !names.some((name) => foldName(name) === foldName(word));
}
