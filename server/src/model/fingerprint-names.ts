import { memo } from "../base/memo.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue } from "../schema/value.ts";
import { isScalarNode, type ScalarNode, type Span } from "../syntax/tree.ts";

/** A name in the path of a fingerprint: it mentions what the fingerprint is of. */
export interface NameInFingerprint {
  readonly name: string;
  /** The span of the name in its node. */
  readonly at: Span;
  readonly node: ScalarNode;
  readonly kinds: readonly string[];
  readonly declares: false;
}

/**
 * The prefixes of the paths of fingerprints that contain names: `profils-professeurs/` in `profils-professeurs/Profil
 * 1`.
 */
const prefixes = [...kinds.values()].flatMap(({ name, at, paths }) =>
  at === "key"
    ? paths.filter((path) => !path.includes("*")).map((path) => [name, `${path.join("/")}/`] as const)
    : [],
);

/** The names in the paths of the fingerprints of a file, by the value of its root. */
export function namesInFingerprints(root: MapValue): readonly NameInFingerprint[] {
  const steps = root.get("deroulement");
  return steps?.kind === "map" ? fingerprints(steps) : [];
}

const fingerprints = memo((steps: MapValue): readonly NameInFingerprint[] => [...fingerprintsBelow(steps)]);

function* fingerprintsBelow(steps: MapValue): Iterable<NameInFingerprint> {
  for (const step of steps.entries.values()) {
    const value = step.value;
    const paths = value.kind === "map" ? value.get("empreinte") : undefined;
    if (paths?.kind !== "map") continue;
    for (const { key } of paths.entries.values()) if (isScalarNode(key)) yield* fingerprint(key);
  }
}

function* fingerprint(node: ScalarNode): Iterable<NameInFingerprint> {
  for (const [kind, prefix] of prefixes) {
    if (!node.text.startsWith(prefix)) continue;
    const [name = ""] = node.text.slice(prefix.length).split("/", 1);
    const from = node.col + (node.style === "plain" ? 0 : 1) + prefix.length;
    const at = { ...node, col: from, endLine: node.line, endCol: from + name.length };
    yield { name: unescaped(name).normalize("NFC"), at, node, kinds: [kind], declares: false };
  }
}

/** A segment of a path without its escapes, which are those of JSON Pointer: `~1` for a slash, `~0` for a tilde. */
function unescaped(segment: string): string {
  return segment.replace(/~1/g, "/").replace(/~0/g, "~");
}
