import { type Localize, type LocalizedText, type Message, message } from "../../base/message.ts";
import type { ListComparison } from "../../exchange/compare/comparison.ts";
import { type OpenTitles, openColumns } from "../../exchange/compare/title-fit.ts";
import type { ListKind } from "../../schema/lists.ts";
import { schemaAt } from "../../schema/schema.ts";
import type { AskedTitles } from "../compare-protocol.ts";

/** Titles of which a user can say what they are, with the columns in words. */
export function openTitles({ list, titles, columns }: OpenTitles, localize: Localize): AskedTitles {
  const { kind } = list;
  return {
    titles: titles.map((title) => ({ title, path: ["correspondances", "colonnes", kind, title] })),
    columns: columns.map((name) => ({ name, title: localize(columnTitle(kind, name)) })),
  };
}

/** The titles of a comparison that nobody knows. */
export function unknownTitles({ list, unknown, columns }: ListComparison): OpenTitles {
  const found = new Map([...columns].map((name) => [name, true]));
  return { list, titles: unknown, columns: openColumns(list, found) };
}

/** What a column holds, in words: the title of its setting, or of what it names. */
function columnTitle(kind: ListKind, name: string): Message | LocalizedText {
  if (name === "public") return message("Class or group");
  if (name === "nom") return message("Name");
  if (name === "matiere") return message("Subject");
  const path = kind === "services" || kind === "cours" ? ["classes", "*", "services", "*"] : [kind, "*"];
  return schemaAt([...path, name])?.title ?? { en: name, fr: name };
}
