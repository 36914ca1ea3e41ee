import type { DocumentLink } from "vscode-languageserver-types";
import { isOnPrivateLine } from "../analysis/conceal.ts";
import { suppressionsIn } from "../analysis/suppress.ts";
import { memo } from "../base/memo.ts";
import { type Message, message } from "../base/message.ts";
import { resolveRelative } from "../base/uri.ts";
import { baseReferencesIn } from "../model/layout.ts";
import { ruleById } from "../rules/index.ts";
import { converted } from "../schema/convert.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { ScalarNode, Span } from "../syntax/tree.ts";
import { CLIENT_EXPLAIN } from "./client-commands.ts";
import type { Context } from "./context.ts";

/** A place that leads somewhere, and what is there. */
interface Target {
  readonly at: Span;
  readonly target: string;
  readonly tooltip: Message;
}

/**
 * Where the places of a file lead: the bases that it names, if they exist; the addresses of pages and mailboxes, where
 * the schema says that there is one; for our own client, the pages of the rules that comments suppress. Nothing on lines
 * that hold something private.
 */
export function documentLinks(context: Context): DocumentLink[] {
  const { file, localize, client } = context;
  return [...basesIn(context), ...addressesIn(context), ...rulesIn(context)]
    .filter(({ at }) => !isOnPrivateLine(at, file))
    .map(({ at, target, tooltip }) => ({
      range: rangeOf(file, at),
      target,
      ...(client.linkTooltips ? { tooltip: localize(tooltip) } : undefined),
    }));
}

function basesIn({ file, workspace, uri }: Context): readonly Target[] {
  return baseReferencesIn(file).flatMap(({ node, value }) => {
    const base = workspace.files.get(resolveRelative(file.uri, value) ?? "");
    if (!base || base.unreadable === "missing") return [];
    return [{ at: node, target: uri(base.uri), tooltip: message("Open the base file") }];
  });
}

function addressesIn({ file }: Context): readonly Target[] {
  // What an alias repeats is linked where it is written.
  const nodes = new Map(linksIn(converted(file).value).map((link) => [link.node, link]));
  return [...nodes.values()].flatMap(({ node, kind }) => {
    const address = encodedAddress(node.text);
    if (address === undefined) return [];
    return kind === "mail"
      ? [{ at: node, target: `mailto:${address}`, tooltip: message("Write an e-mail") }]
      : [{ at: node, target: address, tooltip: message("Open the page") }];
  });
}

interface AddressNode {
  readonly node: ScalarNode;
  readonly kind: "web" | "mail";
}

/** The addresses in a map. Kept for maps that did not change. */
const linksIn: (map: MapValue) => readonly AddressNode[] = memo((map: MapValue) =>
  [...map.entries.values()].flatMap(({ value }) => linksInValue(value)),
);

function linksInValue(value: Value): readonly AddressNode[] {
  if (value.kind === "map") return linksIn(value);
  if (value.kind === "list") return value.items.flatMap(linksInValue);
  const kind = value.kind === "leaf" ? value.schema.link : undefined;
  return value.kind === "leaf" && kind ? [{ node: value.node, kind }] : [];
}

/** An address as a URI may hold it; `undefined` if its text is no valid Unicode. */
function encodedAddress(text: string): string | undefined {
  return /\p{Surrogate}/u.test(text)
    ? undefined
    : text.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (character) => encodeURIComponent(character));
}

/** The rules that comments of the file suppress. */
function rulesIn({ file, client }: Context): readonly Target[] {
  if (!client.commands.has(CLIENT_EXPLAIN)) return [];
  return suppressionsIn(file, RULES).flatMap(({ rules }) =>
    rules
      .filter(({ exists }) => exists)
      .map(({ id, unusedProblem: { at } }) => ({
        at,
        target: `command:${CLIENT_EXPLAIN}?${encodeURIComponent(JSON.stringify([id]))}`,
        tooltip: message("Explain “{0}”", id),
      })),
  );
}

const RULES: ReadonlySet<string> = new Set(ruleById.keys());
