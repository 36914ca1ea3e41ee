import { join } from "node:path";
import { foldName } from "../../server/src/base/closest.ts";

/** The STSWEB export from which a part of `examples/college-des-tilleuls` is generated. */
export const STSWEB = join(import.meta.dirname, "../fixtures/stsweb/sts_emp_0759998K_2026.xml");

/** An element of an XML file, as far as STSWEB exports use it. */
interface Element {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: Element[];
  text: string;
}

const NIVEAUX: { readonly [mef: string]: string } = { "100": "6e", "101": "5e", "102": "4e", "103": "3e" };
const DOCUMENTALISTE = "Professeur documentaliste";
const GENERAL = "CG";

/**
 * Writes the classes, groups of pupils and teachers of an `sts_emp` export in the style of a person: one YAML text for
 * each file name. What the school decides itself (homeroom teachers, coefficients, rights) is not in the export.
 */
export function stsToYaml(bytes: Uint8Array): ReadonlyMap<string, string> {
  const label = /encoding="([^"]+)"/.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 100)))?.[1];
  const root = parseXml(new TextDecoder(label ?? "utf-8").decode(bytes));
  const rne = attribute(only(root, "UAJ"), "CODE");
  const annee = attribute(only(root, "ANNEE_SCOLAIRE"), "ANNEE");
  const head = `# Écrit d'après l'export de STSWEB (sts_emp_${rne}_${annee}.xml) : à refaire, pas à corriger ici.\n`;
  const matieres = new Map(
    all(root, "MATIERE").map((one) => [attribute(one, "CODE"), textOfChild(one, "CODE_GESTION")]),
  );
  const people = all(root, "INDIVIDU").filter(teaches);
  const names = new Map(people.map((one) => [attribute(one, "ID"), nameOf(one)]));
  const services = (structure: Element): string =>
    all(structure, "SERVICE")
      .map((one) => service(one, matieres, names))
      .join("");
  return new Map([
    ["classes.pronote.yaml", `${head}classes:\n${all(root, "DIVISION").map(classe(services)).join("")}`],
    ["groupes.pronote.yaml", `${head}groupes-eleves:\n${all(root, "GROUPE").map(groupe(services)).join("")}`],
    ["professeurs.pronote.yaml", `${head}professeurs:\n${people.map(professeur).join("")}`],
  ]);
}

const classe =
  (services: (structure: Element) => string) =>
  (division: Element): string =>
    [
      `  ${attribute(division, "CODE")}:\n`,
      `    niveau: ${NIVEAUX[attribute(only(division, "MEF_APPARTENANCE"), "CODE").slice(0, 3)]}\n`,
      `    libelle: ${textOfChild(division, "LIBELLE_LONG")}\n`,
      `    services:\n${services(division)}`,
    ].join("");

const groupe =
  (services: (structure: Element) => string) =>
  (group: Element): string => {
    const classes = all(group, "DIVISION_APPARTENANCE").map((one) => attribute(one, "CODE"));
    return [
      `  ${attribute(group, "CODE")}:\n`,
      `    libelle: ${textOfChild(group, "LIBELLE_LONG")}\n`,
      `    classes: ${oneOrMore(classes)}\n`,
      `    services:\n${services(group)}`,
    ].join("");
  };

/**
 * One service on one line; in the short form if it only has teachers. A second service of a matière gets a name of its
 * own.
 */
function service(
  element: Element,
  matieres: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): string {
  const matiere = matieres.get(attribute(element, "CODE_MATIERE")) ?? attribute(element, "CODE_MATIERE");
  const modalite = attribute(element, "CODE_MOD_COURS");
  const who = oneOrMore(all(element, "ENSEIGNANT").flatMap((one) => names.get(attribute(one, "ID")) ?? []));
  const together = /^(?:1|O|true)$/i.test(textOfChild(element, "CO_ENS")) ? ", co-enseignement: true" : "";
  if (modalite === GENERAL && !together) return `      ${matiere}: ${who}\n`;
  const rest = `modalite: ${modalite}, professeurs: ${who}${together}`;
  return `      ${matiere}-${modalite}: { matiere: ${matiere}, ${rest} }\n`;
}

/** Whether a person teaches, including the librarian. The rights of the others are not in the export. */
function teaches(individu: Element): boolean {
  return ["ENS", "DOC", ""].includes(textOfChild(individu, "FONCTION"));
}

function professeur(individu: Element): string {
  const librarian = textOfChild(individu, "FONCTION") === "DOC";
  return [
    `  ${nameOf(individu)}:\n`,
    `    nom: ${textOfChild(individu, "NOM_USAGE")}\n`,
    `    prenom: ${capitalised(textOfChild(individu, "PRENOM"))}\n`,
    librarian ? `    fonction: ${DOCUMENTALISTE}\n    profil: ${DOCUMENTALISTE}\n` : "",
  ].join("");
}

function nameOf(individu: Element): string {
  return foldName(textOfChild(individu, "NOM_USAGE"));
}

function capitalised(name: string): string {
  const lower = name.toLocaleLowerCase("fr");
  return lower.replace(/(^|[\s-])\p{L}/gu, (initial) => initial.toLocaleUpperCase("fr"));
}

function oneOrMore(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `[${names.join(", ")}]`;
}

function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child, ...all(child, name)] : all(child, name),
  );
}

function only(element: Element, name: string): Element {
  const [found] = all(element, name);
  if (!found) throw new RangeError(`no ${name} in ${element.name}`);
  return found;
}

function attribute({ name, attributes }: Element, key: string): string {
  const value = attributes[key];
  if (value === undefined) throw new RangeError(`no ${key} on ${name}`);
  return value.trim();
}

/** The text of a direct child, without the blanks that pad it. */
function textOfChild(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? "";
}

const ENTITIES: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads XML without a document type, which no export has. */
function parseXml(source: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, closing, name, attributes = "", empty, text] of source.matchAll(
    /<(\/?)([A-Z_0-9]+)((?:\s+[A-Z_0-9]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const top = open.at(-1) ?? root;
    if (text !== undefined) top.text += unescaped(text);
    else if (closing) open.pop();
    else if (name !== undefined) {
      const element: Element = { name, attributes: attributesOf(attributes), children: [], text: "" };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root;
}

function attributesOf(source: string): { readonly [name: string]: string } {
  const pairs = [...source.matchAll(/([A-Z_0-9]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, key = "", value = ""]) => [key, unescaped(value)]));
}

function unescaped(text: string): string {
  return text.replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
