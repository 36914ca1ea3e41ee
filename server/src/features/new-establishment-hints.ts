import { folderNameFor, isPathBelow, nameNotForWindows } from "../base/folder-path.ts";
import { type Message, message } from "../base/message.ts";
import { compareNames } from "../base/name-order.ts";
import { baseName, canonicalFolder, folderOf, relativeTo } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { isMarker } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { typeTold } from "../rollout/new-establishment.ts";
import { markerIn } from "../rollout/sister-copy.ts";
import { checkLetter, isRne } from "../rules/shared/rne.ts";
import { schemaAt } from "../schema/schema.ts";
import { folderNamed } from "./checklist.ts";
import type { SharedContext } from "./context.ts";
import { farther, nearestBases, proposedBases } from "./nearest-bases.ts";
import type {
  NewEstablishmentChoice,
  NewEstablishmentHints,
  NewEstablishmentModel,
  NewEstablishmentParams,
} from "./new-establishment-protocol.ts";
import type { FoundByFile } from "./standings.ts";

/** What may be answered about a new establishment, and what is wrong with what was answered so far. */
export function newEstablishmentHints(
  context: SharedContext,
  params: NewEstablishmentParams,
  found: FoundByFile | undefined,
): NewEstablishmentHints {
  const { workspace, localize } = context;
  const { nom = "", rne = "", folder } = params;
  const parent = canonicalFolder(params.parent);
  const problem = (key: string, one: Message | undefined) => (one ? { [key]: localize(one) } : undefined);
  const meant = rneMeant(rne);
  const type = typeTold(nom);
  return {
    ...problem("nomProblem", nomProblem(nom)),
    ...problem("rneProblem", rneProblem(workspace, rne)),
    ...(meant === undefined ? undefined : { rne: meant }),
    ...(type === undefined ? undefined : { type }),
    types: choices(context, ["etablissement", "type"]),
    modes: choices(context, ["hebergement", "mode"]),
    ...(params.models === true ? basesFor(context, parent) : { bases: [] }),
    sisters: params.models === true ? sistersFor(context, parent) : [],
    ...problem(
      "sisterWarning",
      params.sister && found ? sisterWarning(context, params.sister, found) : undefined,
    ),
    folder: folderNameFor(nom),
    ...(folder === undefined
      ? undefined
      : {
          ...problem("folderProblem", folderProblem(workspace, parent, folder)),
          marker: clientUri(params.parent, parent, markerIn(folderBelow(parent, folder))),
        }),
  };
}

/** Why a text cannot be the name of an establishment. */
export function nomProblem(nom: string): Message | undefined {
  return nom.trim() === "" ? message("A name is needed.") : undefined;
}

/** Why a text cannot be the RNE of a new establishment. Seven digits can: the letter follows from them. */
export function rneProblem(workspace: Workspace, written: string): Message | undefined {
  const rne = rneOf(written);
  const meant = rneMeant(rne);
  if (meant === undefined) return message("An RNE has seven digits and a letter.");
  const digits = rne.slice(0, 7);
  if (rne.length === 8 && !isRne(rne))
    return message("The letter that goes with the digits {0} is {1}.", digits, checkLetter(digits));
  const other = workspace.establishments.find((one) => identityOf(one)?.get("rne")?.value === meant);
  return other ? message("{0} has this RNE already: “{1}”.", nameOf(other), meant) : undefined;
}

/** An RNE as it is written in files. */
export function rneOf(written: string): string {
  return written.trim().toUpperCase();
}

/** The RNE that seven digits, with any letter or none, probably mean. */
export function rneMeant(written: string): string | undefined {
  const match = /^([0-9]{7})[A-Z]?$/.exec(rneOf(written));
  return match?.[1] === undefined ? undefined : match[1] + checkLetter(match[1]);
}

/** Why a new establishment cannot be in a folder, given by its path below its parent. */
export function folderProblem(workspace: Workspace, parent: string, folder: string): Message | undefined {
  if (!isPathBelow(folder.trim())) return message("Write a path inside that folder.");
  const name = nameNotForWindows(folder.trim());
  if (name !== undefined) return message("Windows does not allow the name “{0}”.", name);
  const uri = folderBelow(parent, folder);
  const isTaken = [...workspace.files.values()].some(
    (file) => isMarker(file.uri) && folderOf(file.uri) === uri && file.unreadable !== "missing",
  );
  return isTaken ? message("There is already an establishment there.") : undefined;
}

/** A file below the parent folder, with the client's spelling of that. */
export function clientUri(spelling: string, parent: string, uri: string): string {
  let end = spelling.length;
  while (spelling[end - 1] === "/") end--;
  return spelling.slice(0, end) + uri.slice(parent.length);
}

/** The URI of a folder below another one, by its path. */
export function folderBelow(parent: string, path: string): string {
  const names = path
    .trim()
    .split("/")
    .filter((name) => name !== "" && name !== ".");
  return [parent, ...names.map((name) => encodeURIComponent(name.normalize("NFC")))].join("/");
}

/** The name of an establishment as its users read it; without one, that of its folder. */
export function nameOf(snapshot: Snapshot): string {
  return identityOf(snapshot)?.get("nom")?.value ?? baseName(snapshot.folder);
}

function identityOf(snapshot: Snapshot) {
  return establishmentOf(snapshot).value.get("etablissement");
}

function choices({ language }: SharedContext, path: readonly string[]): readonly NewEstablishmentChoice[] {
  const { values, enum: allowed, suggestions } = schemaAt(path) ?? {};
  return (allowed ?? suggestions ?? []).map((value) => {
    const { title, description } = values?.[value] ?? {};
    return {
      value,
      title: title?.[language] ?? value,
      ...(description ? { description: description[language] } : undefined),
    };
  });
}

/** The files that may be inherited from, and the one that is proposed. */
function basesFor(
  { workspace, uri }: SharedContext,
  parent: string,
): Pick<NewEstablishmentHints, "bases" | "base"> {
  const bases = nearestBases(workspace, parent).map((base) => ({
    uri: uri(base),
    name: baseName(base),
    path: relativeTo(parent, base),
  }));
  const [proposed] = proposedBases(workspace, parent);
  return { bases, ...(proposed === undefined ? undefined : { base: uri(proposed) }) };
}

function sistersFor(
  { workspace, uri, language }: SharedContext,
  parent: string,
): readonly NewEstablishmentModel[] {
  return workspace.establishments
    .map((one) => ({
      uri: folderNamed(one, uri),
      name: nameOf(one),
      path: relativeTo(parent, one.folder),
    }))
    .toSorted((one, other) => farther(one, other) || compareNames(one.name, other.name, language));
}

function sisterWarning(
  { workspace }: SharedContext,
  sister: string,
  found: FoundByFile,
): Message | undefined {
  const snapshot = workspace.establishmentIn(sister);
  const findings = snapshot?.members.flatMap(({ uri }) => found.get(uri) ?? []) ?? [];
  const errors = findings.filter(({ rule }) => rule.severity === "error").length;
  if (errors === 0) return undefined;
  return errors === 1
    ? message("It has 1 error; what cannot be understood is left out.")
    : message("It has {0} errors; what cannot be understood is left out.", errors);
}
