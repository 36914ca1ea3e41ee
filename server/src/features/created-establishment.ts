import { folderOf, isUnder, relativeTo } from "../base/uri.ts";
import type { SourceRecords } from "../exchange/records.ts";
import { academieOf } from "../exchange/scaffold.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { markerIn } from "../rollout/sister-copy.ts";
import { yamlText } from "../schema/yaml-text.ts";
import { parseFile } from "../syntax/file.ts";
import { proposedBases } from "./nearest-bases.ts";

/**
 * The establishment that an import creates in a folder without one, as if its marker were there already and named the base
 * that *New Establishment* proposes: above that base, and with the files that the folder has. A base of another académie
 * than that of the sources is passed over.
 */
export function createdEstablishment(
  workspace: Workspace,
  folder: string,
  records: readonly SourceRecords[],
): Snapshot {
  const academie = records.flatMap(({ school }) => academieOf(school?.academie ?? "") ?? [])[0];
  const fits = (base: string) => {
    const theirs = establishmentOf(withMarker(workspace, folder, base))
      .value.get("etablissement")
      ?.get("academie");
    return academie === undefined || theirs === undefined || theirs.value === academie;
  };
  const base = proposedBases(workspace, folderOf(folder)).find((one) => !isUnder(one, folder) && fits(one));
  const snapshot = withMarker(workspace, folder, base);
  const members = snapshot.members.filter(({ uri }) => uri !== markerIn(folder));
  return { ...snapshot, members, lineage: {} };
}

/** What the folder is with a marker that names a base, or none. */
function withMarker(workspace: Workspace, folder: string, base?: string): Snapshot {
  const marker = markerIn(folder);
  const text = base === undefined ? "" : yamlText(new Map([["herite-de", relativeTo(folder, base)]]));
  const snapshot = workspace.with([[marker, parseFile(marker, text)]]).establishmentIn(folder);
  if (!snapshot) throw new RangeError(`not a canonical folder: ${folder}`);
  return snapshot;
}
