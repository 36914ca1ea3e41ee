import { message } from "../../base/message.ts";
import { type ItemSpec, itemBySlug, type KeyPath } from "../../schema/checklist.ts";
import { pathOfPointer } from "../../schema/pointer.ts";
import { rule } from "../api/rule.ts";
import docs from "./fingerprint-without-effect.md";

/** Fingerprints that are never compared: of values that the step has never covered, or written by a later version. */
export const fingerprintWithoutEffect = rule({
  id: "fingerprint-without-effect",
  severity: "warning",
  on: "deroulement.*",
  docs,

  *check({ name, value }) {
    const item = itemBySlug.get(name);
    const fingerprint = value.get("empreinte");
    if (!item || !fingerprint) return;
    const entries = [...fingerprint.entries.values()];
    const later = entries.find(
      ({ value: hash }) => hash.kind === "leaf" && isOfLaterVersion(item, hash.value),
    );
    if (later) {
      yield {
        at: later.key,
        message: message(
          "A later version of Rentrée wrote this fingerprint of “{0}”. It is not compared: no change reopens the step.",
          name,
        ),
      };
      return;
    }
    const foreign = entries.filter(({ name: path }) => !isEverCovered(item, pathOfPointer(path)));
    const [first] = foreign;
    if (!first) return;
    yield {
      at: first.key,
      message: message(
        "“{0}” is nothing that “{1}” is about: its fingerprint is not compared. Fingerprints of this kind here: {2}.",
        first.name,
        name,
        foreign.length,
      ),
    };
  },
});

function isOfLaterVersion({ covered }: ItemSpec, hash: unknown): boolean {
  const [, version] = /^(\d+):[0-9a-f]{8,}$/.exec(String(hash)) ?? [];
  return version !== undefined && Number(version) > covered.size + 1;
}

/** Whether a version of an item's coverage has a hash for this path. */
function isEverCovered({ covers, covered }: ItemSpec, path: KeyPath): boolean {
  return [covers, ...covered.values()].flat().some((cover) => hasHashAt(cover, path));
}

/** A path that ends with a name, or contains one, has a hash for each name; any other has one for itself. */
function hasHashAt(cover: KeyPath, path: KeyPath): boolean {
  const star = cover.indexOf("*");
  const length = star < 0 ? cover.length : star + 1;
  return path.length === length && path.every((key, at) => at === star || key === cover[at]);
}
