import { type LocalizedText, type Message, message } from "../base/message.ts";
import { rootSchema, type Schema, schemaOfKey } from "./schema.ts";

type Words = Message | LocalizedText;

/** A key of a path, with what stands there. */
interface PathStep {
  readonly key: string;
  readonly schema: Schema | undefined;
  /** Whether the key is the name of a thing, or stands for any. */
  readonly isName: boolean;
}

/**
 * A place as words in a sentence, for who does not know the keys: the title of what stands there and, in brackets, the
 * names of the things around it, else the titles: “Envoyer des SMS” (Profil 1), “Publié” (Espaces, Espace Parents). A
 * `*` in the path is left out.
 */
export function placeInWords(path: readonly string[]): Words {
  const steps = stepsOf(path);
  const last = steps.at(-1);
  if (!last) return { en: "", fr: "" };
  const above = steps.slice(0, -1);
  const names = above.filter(({ key, isName }) => isName && key !== "*").map(({ key }): Words => named(key));
  const around = names.length > 0 ? names : above.filter(({ isName }) => !isName).map(titleOf);
  const [first, ...others] = last.isName ? [titleOf(last), ...names] : around;
  const quoted = message("“{0}”", last.isName ? last.key : titleOf(last));
  return first ? message("{0} ({1})", quoted, commas(first, others)) : quoted;
}

/** Several places, separated by commas. */
export function placesInWords(paths: readonly (readonly string[])[]): Words {
  const [first, ...others] = paths.map(placeInWords);
  return first ? commas(first, others) : { en: "", fr: "" };
}

function commas(first: Words, others: readonly Words[]): Words {
  return others.reduce<Words>((list, one) => message("{0}, {1}", list, one), first);
}

function stepsOf(path: readonly string[]): readonly PathStep[] {
  let schema: Schema | undefined = rootSchema;
  return path.map((key) => {
    const isName = key === "*" || (schema !== undefined && !schema.properties.has(key));
    schema = schema && schemaOfKey(schema, key);
    return { key, schema, isName };
  });
}

function titleOf({ key, schema }: PathStep): Words {
  return schema?.title ?? named(key);
}

function named(name: string): LocalizedText {
  return { en: name, fr: name };
}
