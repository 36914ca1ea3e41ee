import { disjunction } from "../../base/enumeration.ts";
import { type LocalizedText, type Message, message } from "../../base/message.ts";
import { typeWord } from "../../schema/describe.ts";
import { oneOf } from "../../schema/kind-words.ts";
import { kinds } from "../../schema/kinds.ts";
import type { MentionSpec, Schema } from "../../schema/schema.ts";
import type { PageLinks } from "./page-links.ts";

/** The kind of value that a key takes, as words. */
export function kindText(schema: Schema, links: PageLinks): Message | LocalizedText {
  const { type, mentions, enum: values, suggestions } = schema;
  if (type === "object") return mapText(schema);
  if (type === "array") return message("list");
  if (type === "boolean") return message("yes or no ({0} or {1})", "`true`", "`false`");
  if (schema.secret) return typeWord(schema);
  if (mentions) return message("name ({0})", namedThing(mentions, links));
  if (values) return message("one of the values below");
  if (suggestions) return message("text, for example one of those below");
  if (type === "integer") return message("whole number");
  return type === "number" ? message("number") : message("text");
}

function mapText({ properties, additional, secret }: Schema): Message | LocalizedText {
  if (secret) return message("reference to a secret");
  if (!additional) return message("the keys below");
  return properties.size > 0 ? message("the keys below, and names") : message("names");
}

/** What a name may refer to: “a class or a niveau”, each linked to its page. */
function namedThing({ kinds: named }: MentionSpec, links: PageLinks): Message | LocalizedText {
  const [first, ...others] = named.map((kind) => linkedKind(kind, links));
  return first ? disjunction(first, others) : message("a name");
}

function linkedKind(kind: string, links: PageLinks): LocalizedText {
  const { en, fr } = oneOf(kind);
  const spec = kinds.get(kind);
  const [declared] = spec?.paths ?? [];
  if (!spec || !declared) return { en, fr };
  const path = spec.at === "key" ? [...declared, "*"] : declared;
  return { en: links.key(path, en), fr: links.key(path, fr) };
}
