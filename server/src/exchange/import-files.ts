import { fileText } from "../syntax/file.ts";
import { lineEndOf, withLineEnds } from "../syntax/line-ends.ts";
import { type ContentMap, type ContentPath, contentAt, sameContent, writeAt } from "./content.ts";
import type { Current, ImportedFile } from "./current.ts";
import type { FileChange } from "./import-plan.ts";
import { type ImportOrigin, importedText } from "./imported-file.ts";
import { SECTION_FILES, THING } from "./proposal.ts";

/** The folder of an establishment in which imported files are created. */
export const IMPORT_FOLDER = "importe";

/**
 * Spreads the content of an import over its files: a thing stays in the file that it stands in; a new one comes to the
 * file of its section, or into a new file if there is none that may be changed. Files whose content stays the same are
 * not written.
 */
export function fileChanges(
  content: ContentMap,
  current: Current,
  folder: string,
  taken: ReadonlySet<string>,
  origin: ImportOrigin,
): readonly FileChange[] {
  const parts = new Map<string, ContentMap>(current.importedFiles.map(({ file }) => [file.uri, new Map()]));
  const created = new Map<string, string>();
  for (const [section, things] of content) {
    if (!(things instanceof Map)) continue;
    for (const [name, thing] of things) {
      const path = [section, name];
      const uri =
        homeOf(path, current.importedFiles) ?? created.get(section) ?? newFile(section, folder, taken);
      if (!current.importedFiles.some(({ file }) => file.uri === uri)) created.set(section, uri);
      const part = parts.get(uri) ?? new Map();
      parts.set(uri, part);
      writeAt(part, path, thing);
    }
  }
  return [...parts].flatMap(([uri, part]) => changeOf(uri, part, current, origin) ?? []);
}

/** The file that a thing stands in; else the one with other things of its section. */
function homeOf(path: ContentPath, files: readonly ImportedFile[]): string | undefined {
  const home =
    files.find(({ content }) => contentAt(content, path.slice(0, THING)) !== undefined) ??
    files.find(({ content }) => content.has(path[0] ?? ""));
  return home?.file.uri;
}

function newFile(section: string, folder: string, taken: ReadonlySet<string>): string {
  const name = SECTION_FILES.get(section) ?? section;
  for (let number = 1; ; number++) {
    const uri = `${folder}/${IMPORT_FOLDER}/${name}${number > 1 ? `-${number}` : ""}.pronote.yaml`;
    if (!taken.has(uri)) return uri;
  }
}

function changeOf(
  uri: string,
  part: ContentMap,
  current: Current,
  origin: ImportOrigin,
): FileChange | undefined {
  const known = current.importedFiles.find(({ file }) => file.uri === uri);
  if (!known) return { uri, after: importedText(part, origin) };
  if (sameContent(known.content, part)) return undefined;
  const before = fileText(known.file);
  return { uri, before, after: withLineEnds(importedText(part, origin), lineEndOf(before)) };
}
