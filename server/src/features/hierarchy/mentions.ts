import type { MentionSpec } from "../../schema/schema.ts";
import { type Value, writes } from "../../schema/value.ts";
import { isScalarNode, type ScalarNode } from "../../syntax/tree.ts";
import type { Viewer } from "../view.ts";
import { type ThingSubject, thingNamed } from "./subject.ts";
import { grouped } from "./uses.ts";

interface NameIn {
  readonly node: ScalarNode;
  readonly mentions: MentionSpec;
}

/** A thing, and where a value mentions it. */
export interface MentionedThing {
  readonly thing: ThingSubject;
  readonly nodes: readonly ScalarNode[];
}

/** The declared things that a value mentions, each once, in the order of the text. */
export function thingsMentionedIn(viewer: Viewer, value: Value | undefined): readonly MentionedThing[] {
  const names = value ? [...namesIn(value)] : [];
  const found = names.flatMap((name) =>
    meaningsOf(viewer, name).flatMap((thing) => ({ thing, node: name.node })),
  );
  const byThing = grouped(found, ({ thing: { kind, name } }) => `${kind}\0${name}`);
  return [...byThing.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ thing: first.thing, nodes: all.map(({ node }) => node) }] : [];
  });
}

/** The declared things that a name may stand for. */
function meaningsOf(viewer: Viewer, { node, mentions }: NameIn): readonly ThingSubject[] {
  const name = node.text.normalize("NFC");
  return mentions.kinds.flatMap((kind) => thingNamed(viewer, kind, name, node) ?? []);
}

function* namesIn(value: Value): Generator<NameIn> {
  if (value.kind === "leaf") {
    const { node, schema } = value;
    if (schema.mentions) yield { node, mentions: schema.mentions };
  }
  if (value.kind === "list") for (const item of value.items) yield* namesIn(item);
  if (value.kind !== "map") return;
  const { mentions, properties } = value.schema;
  for (const { name, key, value: below } of value.entries.values()) {
    const isName = mentions?.at === "key" && !properties.has(name) && !writes(below, mentions.unless);
    if (isName && below.kind !== "removed" && isScalarNode(key)) yield { node: key, mentions };
    yield* namesIn(below);
  }
}
