import type { LocalizedText } from "../../server/src/base/message.ts";
import { items, phases } from "../../server/src/schema/checklist.ts";
import type { Schema } from "../../server/src/schema/schema.ts";
import type { SchemaText } from "./wording.ts";

/** All titles and descriptions of a schema and of the schemas below it, with their paths. */
export function* titlesAndDescriptions(
  schema: Schema,
  path = "",
  seen = new Set<Schema>(),
): Generator<SchemaText> {
  for (const [at, { title, description }] of schemasBelow(schema, path, seen)) {
    yield { path: `${at}: title`, text: title };
    yield { path: `${at}: description`, text: description };
  }
}

/** Every text in both languages that a schema, or the checklist, gives to the program. */
export function* textsOfTheProgram(root: Schema): Generator<LocalizedText> {
  for (const [, schema] of schemasBelow(root, "", new Set())) {
    const { title, description, expected, rgpd, follows, values = {} } = schema;
    const ofValues = Object.values(values).flatMap((value) => [value.title, value.description]);
    for (const text of [title, description, expected, rgpd, follows, ...ofValues]) if (text) yield text;
  }
  for (const { title } of phases) yield title;
  for (const { title, longTitle, what } of items) yield* longTitle ? [title, longTitle, what] : [title, what];
}

function* schemasBelow(
  schema: Schema,
  path: string,
  seen: Set<Schema>,
): Generator<readonly [path: string, schema: Schema]> {
  if (seen.has(schema)) return;
  seen.add(schema);
  if (path !== "") yield [path, schema];
  for (const [key, below] of schema.properties) yield* schemasBelow(below, `${path}/${key}`, seen);
  if (schema.additional) yield* schemasBelow(schema.additional, `${path}/*`, seen);
}
