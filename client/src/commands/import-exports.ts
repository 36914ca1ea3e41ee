import { Uri } from "vscode";
import { pickedSources, sourcesAt } from "../import/chosen-sources.ts";
import type { ImportStart } from "../import/importer.ts";
import type { Command } from "./command.ts";
import { clickedEstablishment } from "./subject.ts";

/**
 * Imports exports: those that are selected in the explorer, or that the user picks; into the establishment at which the
 * command was started, if it was.
 */
export const importExports: Command = async ({ client, importer }, argument, selection) => {
  await client.start();
  const { serverReadsDisk } = importer;
  const uris = urisIn(argument, selection);
  const sources =
    uris.length > 0 ? await sourcesAt(uris, serverReadsDisk) : await pickedSources(serverReadsDisk);
  await importer.run(sources, establishmentAt(argument));
};

/**
 * Imports exports that the user picks, and brings up to date what an earlier import wrote: in the establishment of the file
 * or line at which the command was started.
 */
export const refreshImport: Command = async ({ client, importer }, argument) => {
  await client.start();
  const sources = await pickedSources(importer.serverReadsDisk);
  const near = argument instanceof Uri ? { establishment: argument.toString() } : establishmentAt(argument);
  await importer.run(sources, { ...near, refresh: true });
};

function urisIn(argument: unknown, selection: unknown): readonly Uri[] {
  const all = Array.isArray(selection) && selection.length > 0 ? selection : [argument];
  return all.filter((one) => one instanceof Uri);
}

function establishmentAt(argument: unknown): ImportStart {
  const clicked = clickedEstablishment(argument);
  return clicked ? { establishment: clicked.uri } : {};
}
