import { hashOf } from "../checklist/fingerprint.ts";
import { type File, fileText } from "../syntax/file.ts";
import { withLineEnds } from "../syntax/line-ends.ts";
import { type ContentMap, yamlOf } from "./content.ts";

/** How the first line of a file begins that an import wrote. It says whom the file comes from. */
const HEAD = "# Importé d";
/** The hash of what follows, in that line. */
const HASH = / par Rentrée (1:[\da-f]{8}) : /;
/** The version of the hash. */
const VERSION = "1";

/** Where an imported file comes from. */
export interface ImportOrigin {
  /** The names of the sources' makers, such as STSWEB and SIECLE. */
  readonly makers: readonly string[];
  /** The day of the export as YYYY-MM-DD, if a source says it. */
  readonly day?: string;
}

/**
 * What a file is to an import: written by one and untouched since; written by one and corrected afterwards; or written
 * by hand.
 */
export function authorshipOf(file: File): "imported" | "corrected" | "by-hand" {
  const text = withLineEnds(fileText(file), "\n");
  const end = text.indexOf("\n") + 1;
  const [, hash] = text.startsWith(HEAD) ? (HASH.exec(text.slice(0, end)) ?? []) : [];
  if (hash === undefined) return "by-hand";
  return hash === hashIn(text.slice(end)) ? "imported" : "corrected";
}

/** The text of an imported file: its head line, which a person reads first, and its content. */
export function importedText(content: ContentMap, { makers, day }: ImportOrigin): string {
  const body = yamlOf(content);
  const from = `${makers.join(" et ")}${day === undefined ? "" : ` (${day})`}`;
  const how = "refait par « rentree import », ne pas corriger ici.";
  const of = /^[AEIOUYÉ]/i.test(from) ? "d'" : "de ";
  return `# Importé ${of}${from} par Rentrée ${hashIn(body)} : ${how}\n${body}`;
}

/** The hash of a content as it is written; how lines end, and blanks at their ends, do not count. */
function hashIn(body: string): string {
  const lines = body.trimEnd().split("\n");
  return `${VERSION}:${hashOf(lines.map((line) => line.trimEnd()).join("\n"))}`;
}
