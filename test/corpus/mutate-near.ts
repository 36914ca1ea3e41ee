import { meantName } from "../../server/src/base/misspelling.ts";
import { type Mutator, misspelt, replaced } from "./mutation.ts";

/** Near misses of known names where other names are valid too. */
export const nearMutators: { readonly [name: string]: Mutator } = {
  "misspelt key of an open map": (one, dice) => {
    const { parent, key, mark } = one;
    if (!parent.open || !parent.properties.has(key) || key.length < 5) return undefined;
    const word = dice.chance(50) ? misspelt(key, dice) : spelt(key);
    return isNear(word, [...parent.properties.keys()]) ? replaced(one, mark.key, word) : undefined;
  },
  "misspelt suggested value": (one, dice) => {
    const { schema, content, value, alias } = one.mark;
    const { suggestions } = schema;
    if (alias || typeof content !== "string" || !suggestions?.includes(content)) return undefined;
    const word = dice.chance(50) ? misspelt(content, dice) : spelt(content);
    if (word.toLowerCase() === content.toLowerCase()) return undefined; // the case of a label does not matter
    if (schema.allows?.(word) === false || !isNear(word, suggestions)) return undefined;
    return one.file.text.slice(value.from, value.to) === content ? replaced(one, value, word) : undefined;
  },
};

/** A name in another spelling: in capitals, with another number. */
function spelt(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase()
    : `${name.replace(/^./, (one) => one.toUpperCase())}s`;
}

function isNear(word: string, names: readonly string[]): boolean {
  return meantName(word, names) !== undefined && /^[\p{L}\d.' -]+$/u.test(word);
}
