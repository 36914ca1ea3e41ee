/**
 * The notices that the build writes next to the bundles: whose code is in them, and the texts that its licences
 * require.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import type { Metafile } from "esbuild";

/** Licences that only require their text to be distributed. Read any other licence before you add it. */
const ALLOWED = new Set(["0BSD", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[-.].*)?$/i;
const NOTICE_FILE = /^(?:notice|third-?party-?notices)(?:\..*)?$/i;

/** A package with code in a bundle. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence first, then the notices of the package. */
  readonly texts: readonly string[];
}

/**
 * The text of the notices for bundles of esbuild. Paths in metafiles are relative to `root`. Throws an error that names
 * every package without a licence text, or with a licence that is not in the list of allowed ones.
 */
export function thirdPartyNotices(root: string, metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(filesIn).flatMap((file) => packageFolder(resolve(root, file))));
  const packages = [...folders].map(readPackage).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const faults = packages.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(faults.join("\n"));

  // Packages of one author often have exactly the same text.
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

/** The files with code in the bundle, without those that were read but not needed. */
function filesIn({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
}

/** The folder of the package that contains a file; empty for our own files. */
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
  const kept = keptText(`${name}-${version}`);
  return {
    name: String(name),
    version: String(version),
    licence: String(license),
    texts: files.some((file) => LICENCE_FILE.test(file)) ? texts : kept,
  };
}

/** The text of a licence that a package lacks: from its repository, for exactly this version. */
function keptText(packageAndVersion: string): readonly string[] {
  const file = join(import.meta.dirname, "licences", `${packageAndVersion}.txt`);
  return existsSync(file) ? [readFileSync(file, "utf8").trim()] : [];
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
