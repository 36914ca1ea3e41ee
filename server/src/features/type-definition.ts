import type { Location, LocationLink } from "vscode-languageserver-types";
import { languageKeyAt } from "../schema/language-keys.ts";
import { namesOf, schemaPathAt } from "../schema/locate.ts";
import { rangeOf } from "../syntax/file.ts";
import { CLIENT_EXPLAIN } from "./client-commands.ts";
import type { AtPosition, Context } from "./context.ts";
import { keyPageUri } from "./page-address.ts";

/**
 * The page of the key at a position, for a value that of its key; of a name, that of all things of its kind. Null if the
 * language has no such key, or the client shows no pages.
 */
export function typeDefinition(
  context: Context,
  { position }: AtPosition,
): Location[] | LocationLink[] | null {
  const schemaPath = schemaPathAt(context.file, position);
  const key = schemaPath && languageKeyAt(namesOf(schemaPath));
  if (!key || key.path.length === 0 || !context.client.commands.has(CLIENT_EXPLAIN)) return null;
  const uri = keyPageUri(key.path);
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  if (!context.client.typeDefinitionLinks) return [{ uri, range }];
  return [
    {
      originSelectionRange: rangeOf(context.file, schemaPath.node),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}
