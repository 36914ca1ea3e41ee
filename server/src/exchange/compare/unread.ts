import { mapAt } from "../../model/map-at.ts";
import type { MapValue } from "../../schema/value.ts";
import type { ContentPath } from "../content.ts";
import type { ListDifference } from "./comparison.ts";

/** The sections that lists are compared with. */
const SECTIONS = ["matieres", "professeurs", "personnels", "niveaux", "classes", "groupes-eleves", "salles"];

/** Whether a part of what lists are compared with cannot be read: a base that is missing, or a section with a mistake. */
export function hasUnread(root: MapValue): boolean {
  return (
    root.open ||
    SECTIONS.some((section) => root.get(section)?.kind === "unknown" || isUnread(root, [section]))
  );
}

/**
 * A difference as far as it can be told: where something cannot be read, what is not written here may stand there.
 */
export function asFarAsRead(difference: ListDifference, root: MapValue): ListDifference {
  const { sign, node, path } = difference;
  if (sign === "untold" || sign === "twice" || sign === "missing" || node) return difference;
  if (!isUnread(root, path)) return difference;
  const { held: _, ...other } = difference;
  return { ...other, sign: "untold", reason: "unread" };
}

/** Whether a map on the way to a place may have entries that are not known. */
function isUnread(root: MapValue, path: ContentPath): boolean {
  if (root.open) return true;
  return path.some((_, at) => mapAt(root, path.slice(0, at + 1))?.open === true);
}
