import type { WorkspaceEdit } from "vscode-languageserver-types";
import { type Message, message } from "../base/message.ts";
import { canonicalFolder, canonicalUri, folderOf } from "../base/uri.ts";
import {
  markerFile,
  type NewEstablishment,
  newMarkerContent,
  nextSections,
  schoolYearAt,
} from "../rollout/new-establishment.ts";
import { sisterCopy } from "../rollout/sister-copy.ts";
import { converted } from "../schema/convert.ts";
import { schemaAt } from "../schema/schema.ts";
import { yamlText } from "../schema/yaml-text.ts";
import type { CreatedFile } from "../syntax/problem.ts";
import { Refusal, type SharedContext } from "./context.ts";
import {
  clientUri,
  folderBelow,
  folderProblem,
  nameOf,
  nomProblem,
  rneOf,
  rneProblem,
} from "./new-establishment-hints.ts";
import type { NewEstablishmentArgument } from "./new-establishment-protocol.ts";
import { createsFiles, creationEdit } from "./workspace-edit.ts";

/**
 * The edit that creates the files of a new establishment. Throws a `Refusal` if an answer cannot be used, something is
 * there already, or the client cannot create files.
 */
export function newEstablishment(
  context: SharedContext,
  argument: NewEstablishmentArgument,
): WorkspaceEdit | undefined {
  const { workspace, client, localize } = context;
  const refuseIf = (reason: Message | undefined) => {
    if (reason) throw new Refusal(localize(reason));
  };
  const parent = canonicalFolder(argument.parent);
  const rne = rneOf(argument.rne);
  refuseIf(nomProblem(argument.nom));
  refuseIf(rne.length === 8 ? rneProblem(workspace, rne) : message("An RNE has seven digits and a letter."));
  refuseIf(folderProblem(workspace, parent, argument.folder));
  if (!createsFiles(client)) refuseIf(message("This editor does not let the server create files."));
  const folder = folderBelow(parent, argument.folder);
  const files = filesOf(context, { ...argument, rne, nom: argument.nom.trim() }, folder);
  const there = files.find(({ uri }) => isThere(workspace.files.get(canonicalUri(uri))));
  if (there)
    refuseIf(message("There is already a file “{0}”.", there.uri.slice(folderOf(folder).length + 1)));
  const named = files.map(({ uri, text }) => ({ uri: clientUri(argument.parent, parent, uri), text }));
  return creationEdit(context, named);
}

function isThere(file: { readonly unreadable?: string } | undefined): boolean {
  return file !== undefined && file.unreadable !== "missing";
}

function filesOf(
  context: SharedContext,
  argument: NewEstablishmentArgument,
  folder: string,
): readonly CreatedFile[] {
  return argument.sister === undefined
    ? [emptyEstablishment(context, argument, folder)]
    : copiedEstablishment(context, argument, folder, argument.sister);
}

/** The marker of an establishment that starts from nothing but a base. */
function emptyEstablishment(
  { workspace, localize }: SharedContext,
  { nom, rne, type, mode, base }: NewEstablishmentArgument,
  folder: string,
): CreatedFile {
  const inherited = base === undefined ? undefined : workspace.files.get(canonicalUri(base));
  const establishment: NewEstablishment = {
    folder,
    nom,
    rne,
    anneeScolaire: schoolYearAt(workspace.today),
    ...(type === undefined ? undefined : { type }),
    ...(mode !== undefined && isMode(mode) ? { mode } : undefined),
    ...(inherited ? { base: inherited.uri } : undefined),
  };
  const above = [
    message("{0}: what this establishment decides stands here, or in other files of this folder.", nom),
    message("What is not written is not yet decided: the view “{0}” lists what is left to do.", "Rentrée"),
  ];
  const written = new Set(inherited ? converted(inherited).value.entries.keys() : []);
  return markerFile(folder, newMarkerContent(establishment), above.map(localize), next(written, localize));
}

function isMode(value: string): boolean {
  return schemaAt(["hebergement", "mode"])?.enum?.includes(value) === true;
}

function copiedEstablishment(
  { workspace, localize }: SharedContext,
  { nom, rne, people = false }: NewEstablishmentArgument,
  folder: string,
  sister: string,
): readonly CreatedFile[] {
  const snapshot = workspace.establishmentIn(sister);
  if (!snapshot) throw new Refusal(localize(message("The establishment to copy is not there any more.")));
  const [marker, ...others] = sisterCopy(snapshot, { folder, rne, nom, people });
  const above = [
    message(
      "{0}, made from {1}: look through this file and the others of this folder.",
      nom,
      nameOf(snapshot),
    ),
    people
      ? message("People and classes were taken over too: change those that are not yours.")
      : message("People and classes were left out, with all that named them."),
    message("What is not written is not yet decided: the view “{0}” lists what is left to do.", "Rentrée"),
  ];
  const written = new Set([marker, ...others].flatMap((file) => [...(file?.content.keys() ?? [])]));
  for (const base of snapshot.bases) for (const key of converted(base).value.entries.keys()) written.add(key);
  return [
    markerFile(folder, marker?.content ?? new Map(), above.map(localize), next(written, localize)),
    ...others.map(({ path, content }) => ({ uri: folderBelow(folder, path), text: yamlText(content) })),
  ];
}

/** Comments that say what is written next. */
function next(written: ReadonlySet<string>, localize: SharedContext["localize"]): readonly string[] {
  const sections = nextSections(written);
  if (sections.length === 0) return [];
  return [
    localize(message("Next, each in a file of its own if you like:")),
    ...sections.map(({ key, title }) => (title ? `- ${key}: ${localize(title)}` : `- ${key}`)),
    localize(message("Type the first letters of a section, and choose it from the list that opens.")),
  ];
}
