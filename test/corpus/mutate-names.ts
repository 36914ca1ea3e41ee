import { foldName } from "../../server/src/base/closest.ts";
import { kinds } from "../../server/src/schema/kinds.ts";
import type { Schema } from "../../server/src/schema/schema.ts";
import { at, isGroup } from "./content.ts";
import { type Mutator, misspelt, replaced, type Target } from "./mutation.ts";

/** Mutations of names, which then refer to nothing. */
export const nameMutators: { readonly [name: string]: Mutator } = {
  "misspelt reference": (one, dice) => {
    const { mark, file } = one;
    const name = nameIn(one);
    if (name === undefined || mark.alias) return undefined;
    const wrong = misspelt(name, dice);
    if (!isClosed(one)) return undefined;
    if (isName(one, mark.schema.mentions ? mark.schema : mark.schema.items, wrong)) return undefined;
    const from = file.text.indexOf(name, mark.value.from);
    if (from < 0 || from > mark.value.to || !/^[\p{L}\p{N} .-]+$/u.test(wrong) || wrong.trim() !== wrong)
      return undefined;
    return replaced(one, { from, to: from + name.length }, wrong);
  },
  "declaration renamed away": (one, dice) => {
    const { parent, key, mark, all } = one;
    const kind = parent.declares?.kind;
    if (kind === undefined || parent.declares?.at === "value" || parent.properties.has(key)) return undefined;
    if (parent.predeclared?.includes(key) || !isMentioned(all.files, kind, key)) return undefined;
    const others = all.files.filter((file) =>
      file.marks.some((other) => other.path.join("/") === mark.path.join("/")),
    );
    const away = misspelt(key, dice);
    if (others.length > 1 || isName(one, undefined, away) || !/^[\p{L}\p{N} .-]+$/u.test(away))
      return undefined;
    // At the declaration if several mentions are without one, else at the mention.
    const changed = replaced(one, mark.key, away);
    return { ...changed, places: [...changed.places, { text: key }] };
  },
};

function nameIn({ mark: { content, schema } }: Target): string | undefined {
  const mentions = schema.mentions ?? schema.items?.mentions;
  if (!mentions || mentions.suggest || mentions.at === "key") return undefined;
  const name = Array.isArray(content) ? content[0] : content;
  return typeof name === "string" && name.length > 2 && !mentions.words?.includes(name) ? name : undefined;
}

/** Whether all names of the possible kinds are known. */
function isClosed({ all, mark: { schema } }: Target): boolean {
  const mentions = schema.mentions ?? schema.items?.mentions;
  return (mentions?.kinds ?? []).every((name) => {
    const kind = kinds.get(name);
    const isWritten = (kind?.paths ?? []).some((path) => at(all.content, path) !== undefined);
    return kind?.schema.declares?.closed === true || kind?.at === "value" || isWritten;
  });
}

/** Whether a word is a name of one of the possible kinds. */
function isName({ all, parent, key }: Target, schema: Schema | undefined, word: string): boolean {
  const meant = schema?.mentions?.kinds ?? (parent.declares ? [parent.declares.kind] : []);
  return (
    foldName(word) === foldName(key) ||
    schema?.mentions?.words?.includes(word) === true ||
    meant.some((name) => {
      const kind = kinds.get(name);
      const paths = (kind?.paths ?? []).filter((path) => !path.includes("*"));
      return (
        kind?.predeclared.has(word) === true ||
        kind?.at === "value" ||
        paths.some((path) => {
          const names = at(all.content, path);
          return isGroup(names) && word in names;
        })
      );
    })
  );
}

function isMentioned(files: Target["all"]["files"], kind: string, name: string): boolean {
  return files.some(({ marks }) =>
    marks.some(({ content, schema, path }) => {
      const one = schema.mentions;
      if (one?.at === "key" && one.kinds.includes(kind) && isGroup(content) && !one.suggest)
        return name in content;
      if (one?.kinds.includes(kind) && !one.suggest) return content === name && path.at(-1) !== "comme";
      return (
        schema.items?.mentions?.kinds.includes(kind) === true &&
        Array.isArray(content) &&
        content.includes(name)
      );
    }),
  );
}
