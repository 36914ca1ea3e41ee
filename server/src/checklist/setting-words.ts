import { type LocalizedText, type Message, message } from "../base/message.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { rootSchema, type Schema, schemaOfKey } from "../schema/schema.ts";

/** The setting at a path by its title, with that of what contains it: “Licence (EDT)”. Names stay as they are. */
export function settingInWords(path: KeyPath): Message | LocalizedText {
  const [title, above] = titlesAlong(path).reverse();
  if (!title) return { en: "", fr: "" };
  return above ? message("{0} ({1})", title, above) : title;
}

/** The value of a setting by its title, if it has one. */
export function valueInWords(path: KeyPath, value: unknown): LocalizedText | string {
  return schemasAlong(path).at(-1)?.values?.[String(value)]?.title ?? String(value);
}

/** The titles of the keys, and the names between them, in the order of the path. */
function titlesAlong(path: KeyPath): LocalizedText[] {
  const schemas = schemasAlong(path);
  return path.flatMap((key, at) => {
    if (key === "*") return [];
    const above = at === 0 ? rootSchema : schemas[at - 1];
    const title = above?.properties.has(key) ? schemas[at]?.title : undefined;
    return [title ?? { en: key, fr: key }];
  });
}

function schemasAlong(path: KeyPath): readonly (Schema | undefined)[] {
  let schema: Schema | undefined = rootSchema;
  return path.map((key) => {
    schema = schema && (key === "*" ? schema.additional : schemaOfKey(schema, key));
    return schema;
  });
}
