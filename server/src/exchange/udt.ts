import { appendAll } from "../base/append-all.ts";
import { push } from "./grouping.ts";
import { emptyRecords, type Gathered, type ServiceRecord, type SourceRecords } from "./records.ts";
import { fileNameOf, type Source, type SourcePlace } from "./source.ts";
import { readXml, type XmlElement, type XmlShape } from "./xml.ts";
import { xmlBeginning } from "./xml-beginning.ts";
import { statedBy } from "./xml-reader.ts";

/** The files of UnDeuxTEMPS: their names say what they hold, their root elements are not known. */
const FILE = /^UDCal_(\d{2})(?:_\d+)?\.xml$/i;

const record = (...attributes: readonly string[]): XmlShape => ({ isRecord: true, attributes });

/** What is read of each file, by its number. Files 10 and 21 hold pupils, and are never opened. */
const SHAPES: { readonly [number: string]: XmlShape } = {
  "00": { children: { annee: { isRecord: true } } },
  "03": { children: { salle: record("code", "nom") } },
  "04": { children: { prof: record("code", "nom", "prenom", "code_matppl") } },
  "05": { children: { mat: record("code", "libelle", "code_gep1") } },
  "08": { children: { div: record("code", "libelle", "code_gep") } },
  "12": { children: { ligfiche: record("code", "div", "gpe", "rgpmt", "mat", "prof") } },
  "13": { children: { rgpmt: record("code", "nom", "code_div") } },
  "19": { children: { gpe: record("code", "code_div", "code_sts") } },
  "23": { children: { coens: record("lignefic", "prof") } },
};

/** Whether a source is a file of UnDeuxTEMPS. */
export function isUdt({ name }: Source): boolean {
  return FILE.test(fileNameOf(name));
}

/** Reads the files of one export of UnDeuxTEMPS, piece by piece. It says nothing of the establishment, only of the year. */
export function* readUdt(sources: readonly Source[], name: string): Generator<void, SourceRecords> {
  const records = emptyRecords("udt", name);
  const elements = new Map<string, XmlElement[]>();
  for (const source of sources) {
    const shape = SHAPES[FILE.exec(fileNameOf(source.name))?.[1] ?? ""];
    const { root } = xmlBeginning(source);
    if (!shape || root === undefined) continue;
    const found = yield* readXml(source, { root, shape }, (element) => {
      const same = elements.get(element.name);
      if (same) same.push(element);
      else elements.set(element.name, [element]);
    });
    appendAll(records.findings, found);
  }
  new UdtTables(elements).fill(records);
  return records;
}

/** The tables of an export, joined by their codes. */
class UdtTables {
  readonly #elements: ReadonlyMap<string, readonly XmlElement[]>;
  /** Rows by table, key and value: each table is looked through once. */
  readonly #indices = new Map<string, Map<string, UdtRow>>();

  constructor(elements: ReadonlyMap<string, readonly XmlElement[]>) {
    this.#elements = elements;
  }

  fill(into: SourceRecords): void {
    const year = this.#all("annee").flatMap((element) => statedBy(element) ?? [])[0];
    if (year) into.year = year;
    for (const { place, get } of this.#rows("mat"))
      into.matieres.push({
        code: "",
        gestion: get("code_gep1") || get("code"),
        libelle: get("libelle"),
        place,
      });
    for (const { place, get } of this.#rows("div"))
      into.classes.push({ code: get("code_gep") || get("code"), libelle: get("libelle"), mefs: [], place });
    for (const { place, get } of this.#rows("salle"))
      into.salles.push({ code: get("nom") || get("code"), libelle: "", place });
    for (const { place, get } of this.#rows("prof")) {
      // Without a subject it is no teacher, but something that the software plans like one.
      if (get("code_matppl") === "") continue;
      const person = {
        nom: get("nom"),
        prenom: get("prenom"),
        fonction: "ENS",
        isLocal: false,
        principal: [],
      };
      into.people.push({ id: `udt:${get("code")}`, ...person, place });
    }
    this.#fillGroupes(into);
    this.#fillServices(into);
  }

  #all(name: string): readonly XmlElement[] {
    return this.#elements.get(name) ?? [];
  }

  #rows(name: string): readonly UdtRow[] {
    return this.#all(name).map(({ place, attributes }) => ({
      place,
      get: (key) => attributes.get(key) ?? "",
    }));
  }

  /** The groups that STSWEB knows, and regroupings, with the classes that they draw from. */
  #fillGroupes({ groupes }: SourceRecords): void {
    const classes = new Map<string, { readonly place: SourcePlace; readonly of: Set<string> }>();
    const rows = [
      ...this.#rows("gpe").map((row) => ({ ...row, code: row.get("code_sts") })),
      ...this.#rows("rgpmt").map((row) => ({ ...row, code: row.get("nom") })),
    ];
    for (const { place, get, code } of rows) {
      if (code === "") continue;
      const known = classes.get(code) ?? { place, of: new Set() };
      classes.set(code, known);
      known.of.add(this.#classe(get("code_div")));
    }
    for (const [code, { place, of }] of classes)
      groupes.push({ code, libelle: "", classes: [...of].filter((one) => one !== ""), place });
  }

  #fillServices({ services }: SourceRecords): void {
    const together = new Map<string, string[]>();
    for (const { get } of this.#rows("coens")) {
      push(together, get("lignefic"), get("prof"));
    }
    const found = new Map<string, Gathered<"professeurs", ServiceRecord>>();
    for (const { place, get } of this.#rows("ligfiche")) {
      const matiere = this.#matiere(get("mat"));
      const whom = this.#publicOf(get);
      if (matiere === "" || whom.code === "") continue;
      const others = together.get(get("code")) ?? [];
      const key = JSON.stringify([whom, matiere]);
      const known = found.get(key) ?? { ...whom, ...NEW_SERVICE, matiere, professeurs: new Set(), place };
      found.set(key, { ...known, coEnseignement: known.coEnseignement || others.length > 0 });
      for (const code of [get("prof"), ...others]) if (code !== "") known.professeurs.add(`udt:${code}`);
    }
    for (const one of found.values()) services.push({ ...one, professeurs: [...one.professeurs] });
  }

  #publicOf(get: UdtRow["get"]): Pick<ServiceRecord, "of" | "code"> {
    const regrouping = this.#rowWith("rgpmt", ["code", get("rgpmt")])?.get("nom");
    if (regrouping) return { of: "groupes-eleves", code: regrouping };
    const row = this.#rowWith("gpe", ["code_div", get("div")], ["code", get("gpe")]);
    const group = row?.get("code_sts");
    if (group) return { of: "groupes-eleves", code: group };
    return { of: "classes", code: this.#classe(get("div")) };
  }

  #classe(code: string): string {
    return this.#rowWith("div", ["code", code])?.get("code_gep") || code;
  }

  #matiere(code: string): string {
    return this.#rowWith("mat", ["code", code])?.get("code_gep1") || code;
  }

  /** The first row of a table whose keys have these values; none for an empty one, or 0. */
  #rowWith(name: string, ...wanted: readonly (readonly [key: string, value: string])[]): UdtRow | undefined {
    if (wanted.some(([, value]) => value === "" || value === "0")) return undefined;
    const keys = wanted.map(([key]) => key);
    const index = this.#indices.get(`${name} ${keys}`) ?? this.#indexOf(name, keys);
    return index.get(JSON.stringify(wanted.map(([, value]) => value)));
  }

  #indexOf(name: string, keys: readonly string[]): Map<string, UdtRow> {
    const index = new Map<string, UdtRow>();
    this.#indices.set(`${name} ${keys}`, index);
    for (const row of this.#rows(name)) {
      const values = JSON.stringify(keys.map((key) => row.get(key)));
      if (!index.has(values)) index.set(values, row);
    }
    return index;
  }
}

const NEW_SERVICE = { modalite: "CG", coEnseignement: false } as const;

interface UdtRow {
  readonly place: SourcePlace;
  readonly get: (attribute: string) => string;
}
