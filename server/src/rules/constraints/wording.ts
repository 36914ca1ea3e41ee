import { type Message, message } from "../../base/message.ts";
import type { ValuePath } from "../../schema/constraints.ts";
import { schemaAt } from "../../schema/schema.ts";

/** A setting in a sentence: its key in quotes, with the section that it is in if that is another one. */
export function settingName({ root, keys }: ValuePath): Message {
  const key = keys.at(-1) ?? "";
  const [section = ""] = keys;
  const title = root && keys.length > 1 ? schemaAt([section])?.title : undefined;
  return title ? message("“{0}” (“{1}”)", key, title) : message("“{0}”", key);
}
