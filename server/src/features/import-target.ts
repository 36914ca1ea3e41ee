import { folderNameFor } from "../base/folder-path.ts";
import { message } from "../base/message.ts";
import { inOrderOfNames } from "../base/name-order.ts";
import { canonicalFolder, canonicalUri, isUnder } from "../base/uri.ts";
import type { SourceRecords } from "../exchange/records.ts";
import { inWords } from "../exchange/scaffold.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { folderNamed, nameOf } from "./checklist.ts";
import { refusal, type SharedContext } from "./context.ts";
import { createdEstablishment } from "./created-establishment.ts";
import type { ImportChoice, ImportParams } from "./import-protocol.ts";
import { clientUri, folderBelow, folderProblem } from "./new-establishment-hints.ts";

/** Into what is imported: the establishment, without a marker if it is new, and what the client calls its folder. */
export interface ImportTarget {
  readonly snapshot: Snapshot;
  readonly folder: string;
}

/**
 * The establishment that the parameters name; else the one in whose folder a source lies, the one with the RNE of the
 * sources, or, where they have none, the only one there is. Otherwise the choices: all of them, and a new one for the RNE.
 * Throws a `Refusal` if what the parameters name cannot be used.
 */
export function importTarget(
  context: SharedContext,
  params: ImportParams,
  records: readonly SourceRecords[],
): ImportTarget | readonly ImportChoice[] {
  const { workspace, uri } = context;
  const named = (snapshot: Snapshot) => ({ snapshot, folder: folderNamed(snapshot, uri) });
  if (params.establishment !== undefined) {
    const { establishment } = params;
    const snapshot = workspace.establishmentIn(establishment) ?? workspace.of(canonicalUri(establishment))[0];
    if (snapshot?.establishment) return named(snapshot);
    throw refusal(context, message("The establishment is not there any more."));
  }
  if (params.parent !== undefined && params.folder !== undefined)
    return newTarget(context, params.parent, params.folder, records);
  const all = workspace.establishments;
  const rne = records.flatMap((one) => one.rne?.value ?? [])[0];
  const found = around(all, params) ?? all.find((one) => rneIn(one) === rne);
  const only = rne === undefined && all.length === 1 ? all[0] : undefined;
  const meant = found ?? only;
  return meant ? named(meant) : choicesFor(all, records, context);
}

function newTarget(
  context: SharedContext,
  parent: string,
  folder: string,
  records: readonly SourceRecords[],
): ImportTarget {
  const { workspace } = context;
  const canonical = canonicalFolder(parent);
  const problem = folderProblem(workspace, canonical, folder);
  if (problem) throw refusal(context, problem);
  const uri = folderBelow(canonical, folder);
  return {
    snapshot: createdEstablishment(workspace, uri, records),
    folder: clientUri(parent, canonical, uri),
  };
}

/** The innermost establishment in whose folder one of the sources lies. */
function around(all: readonly Snapshot[], { sources }: ImportParams): Snapshot | undefined {
  const uris = sources.flatMap(({ uri }) => (uri === undefined ? [] : [canonicalUri(uri)]));
  return all
    .filter(({ folder }) => uris.some((uri) => isUnder(uri, folder)))
    .toSorted((one, other) => other.folder.length - one.folder.length)[0];
}

function rneIn(snapshot: Snapshot): string | undefined {
  return establishmentOf(snapshot).value.get("etablissement")?.get("rne")?.value;
}

function choicesFor(
  all: readonly Snapshot[],
  records: readonly SourceRecords[],
  { uri, localize, language }: SharedContext,
): readonly ImportChoice[] {
  const rne = records.flatMap((one) => one.rne?.value ?? [])[0];
  const nom = inWords(records.flatMap((one) => one.school?.nom ?? [])[0] ?? "");
  const known = inOrderOfNames(
    all.map((one) => ({ name: nameOf(one), uri: folderNamed(one, uri) })),
    language,
  );
  if (rne === undefined) return known;
  const name = localize(message("New establishment: {0}", `${nom} ${rne}`.trim()));
  return [{ name, folder: folderNameFor(nom) }, ...known];
}
