import { type LocalizedText, type Message, message } from "../../base/message.ts";
import type { ValuePath } from "../../schema/constraints.ts";
import { schemaAt } from "../../schema/schema.ts";

/** A setting in a sentence: its key in quotes, with the titles of what contains it if that is elsewhere. */
export function settingName({ root, keys }: ValuePath): Message {
  const key = keys.at(-1) ?? "";
  const titles = keys
    .slice(0, -1)
    // The title of the things in a map says no more than that of the map.
    .flatMap((one, index) => (one === "*" ? [] : (schemaAt(keys.slice(0, index + 1))?.title ?? [])));
  const place = titles.reduce<LocalizedText | Message | undefined>(
    (above, title) => (above ? message("{0} > {1}", above, title) : title),
    undefined,
  );
  return root && place ? message("“{0}” (“{1}”)", key, place) : message("“{0}”", key);
}
