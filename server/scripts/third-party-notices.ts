/** What the build writes beside the bundles: whose code is in them, and the texts that its licences ask for. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import type { Metafile } from "esbuild";

/** Licences whose conditions are met by handing on their text. Another one has to be read before it is added. */
const ALLOWED = new Set(["0BSD", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[-.].*)?$/i;
const NOTICE_FILE = /^(?:notice|third-?party-?notices)(?:\..*)?$/i;

/** A package of which code is in a bundle. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Licence first, then the notices that the package hands on. */
  readonly texts: readonly string[];
}

/**
 * The text of the notices for bundles that esbuild made. Paths in metafiles are relative to `root`. Throws an error that
 * names every package without a licence text or with a licence that nobody has looked at.
 */
export function thirdPartyNotices(root: string, metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(filesIn).flatMap((file) => packageFolder(resolve(root, file))));
  const packages = [...folders].map(readPackage).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const faults = packages.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(faults.join("\n"));

  // Several packages of one author often share a text to the letter.
  const texts = new Map<string, Set<string>>();
  for (const one of packages)
    for (const text of one.texts) texts.set(text, (texts.get(text) ?? new Set()).add(nameOf(one)));
  return [
    "Third-party notices",
    "Rentrée contains code of the following packages. The texts of their licences are below.",
    [...new Set(packages.map((one) => `- ${nameOf(one)} (${one.licence})`))].join("\n"),
    ...Array.from(texts, ([text, names]) => `${"-".repeat(80)}\n${[...names].join(", ")}\n\n${text}`),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The files of which code came through: not those that were read and found unused. */
function filesIn({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
}

/** The folder of the package that a file belongs to; none for a file of ours. */
function packageFolder(file: string): readonly string[] {
  const path = file.replaceAll("\\", "/");
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
  return found === undefined ? [] : [posix.normalize(found)];
}

function readPackage(folder: string): BundledPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license } = manifest as Readonly<Record<string, unknown>>;
  const files = readdirSync(folder).sort();
  const texts = [LICENCE_FILE, NOTICE_FILE].flatMap((pattern) =>
    files
      .filter((file) => pattern.test(file))
      .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()),
  );
  return {
    name: String(name),
    version: String(version),
    licence: String(license),
    texts: files.some((file) => LICENCE_FILE.test(file)) ? texts : [],
  };
}

function faultsOf(one: BundledPackage): readonly string[] {
  return [
    ...(ALLOWED.has(one.licence)
      ? []
      : [`${nameOf(one)}: its licence ${one.licence} is none of ${[...ALLOWED].join(", ")}`]),
    ...(one.texts.some((text) => text !== "") ? [] : [`${nameOf(one)}: no text of its licence was found`]),
  ];
}

function nameOf({ name, version }: BundledPackage): string {
  return `${name} ${version}`;
}
