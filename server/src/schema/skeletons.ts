import { memo } from "../base/memo.ts";
import type { LocalizedText } from "../base/message.ts";
import { parseFile } from "../syntax/file.ts";
import { converted } from "./convert.ts";
import table from "./generated/skeletons.json";
import type { MapValue } from "./value.ts";

/** A text to start a section with, or an entry of it. */
export interface Skeleton {
  /** The key of the section, with which the text starts. */
  readonly section: string;
  /** What it is for. */
  readonly title: LocalizedText;
  /** The mode of hosting that it is for, where its title says so. */
  readonly mode?: string;
  /** Its lines, in the syntax of snippets; those below the first are indented by two spaces or more. */
  readonly lines: readonly string[];
}

/** All skeletons, in the order of `snippets/`. */
export const skeletons: readonly Skeleton[] = table;

/** The lines of the only entry that a skeleton has in its section, without their indentation, if its key is a name. */
export function entryIn({ lines }: Skeleton): readonly string[] | undefined {
  const below = lines.slice(1).map((line) => line.replace(/^ {2}/, ""));
  const heads = below.filter((line) => !line.startsWith(" "));
  return heads.length === 1 && below[0]?.startsWith("${") ? below : undefined;
}

/** The modes of hosting that a skeleton is for: the one that it says, or those of its keys. */
export const modesOf: (skeleton: Skeleton) => ReadonlySet<string> = memo(({ lines, mode }: Skeleton) => {
  if (mode !== undefined) return new Set([mode]);
  const text = filledIn({ lines });
  return new Set(modesBelow(converted(parseFile("file:///skeleton.pronote.yaml", text)).value));
});

/** The text of a skeleton with the values that its places propose; `$CURRENT_YEAR` and the like stay. */
export function filledIn({ lines }: Pick<Skeleton, "lines">): string {
  return lines
    .join("\n")
    .replace(/\$\{\d+:([^${}]*)\}/g, "$1")
    .replace(/\$\{\d+\|([^,|${}]*)[,|][^${}]*\}/g, "$1");
}

function* modesBelow(map: MapValue): Iterable<string> {
  for (const { value } of map.entries.values()) {
    if ("schema" in value && value.schema.mode !== undefined) yield value.schema.mode;
    if (value.kind === "map") yield* modesBelow(value);
  }
}
