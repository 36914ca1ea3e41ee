import { message } from "../../base/message.ts";
import { baseName } from "../../base/uri.ts";
import { sharedBy } from "../../model/establishment.ts";
import { mapAt } from "../../model/map-at.ts";
import { sameValue, unite } from "../../model/merge.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { namesOf } from "../../schema/locate.ts";
import { rootSchema } from "../../schema/schema.ts";
import type { Value } from "../../schema/value.ts";
import { writtenValue } from "./entry-text.ts";
import { type Refactoring, refused } from "./refactoring.ts";
import { removeAt, writeAt } from "./write-at.ts";

/** Keys that are about one establishment, and that a base does not hold. */
const OWN_SECTIONS = new Set(["etablissement", "deroulement"]);

/** Moves the entry whose key is at the cursor to the nearest base, if all its heirs say the same. */
export const shareWithBase: Refactoring = {
  id: "share-base",
  kind: "refactor.extract",
  at({ workspace, file, snapshot }, { path, onKey }) {
    const keys = path ? namesOf(path) : [];
    const [section = ""] = keys;
    const base = snapshot.bases[0];
    if (!path || !onKey || !base || !snapshot.establishment || workspace.layout.bases.has(file.uri))
      return undefined;
    if (keys.length !== path.segments.length || keys.length > 3) return undefined;
    if (OWN_SECTIONS.has(section) || rootSchema.properties.get(section)?.ownFile) return undefined;
    const heirs = workspace.of(base.uri);
    const title = message("Move “{0}” to the base “{1}”", keys.at(-1) ?? "", baseName(base.uri));
    if (heirs.length < 2) return refused(title, message("Only one establishment inherits from it."));
    const values = heirs.map((heir) => ownValue(heir, keys));
    const [first] = values;
    const text = first && writtenValue(first);
    if (!first || text === undefined) return undefined;
    const others = values.filter((one) => one === undefined || !sameValue(one, first)).length;
    if (others > 0)
      return refused(
        title,
        message(
          "Of the establishments that inherit from it, some do not say the same: {0} of {1}.",
          others,
          heirs.length,
        ),
      );
    return {
      title,
      apply(draft) {
        for (const { members } of heirs) for (const { uri } of members) removeAt(draft, uri, keys);
        writeAt(draft, base.uri, keys, text);
      },
    };
  },
};

/** What the files of an establishment itself say at a path. */
function ownValue({ members }: Snapshot, path: readonly string[]): Value | undefined {
  const own = unite(members.map(sharedBy)).value;
  return mapAt(own, path.slice(0, -1))?.get(path.at(-1) ?? "");
}
