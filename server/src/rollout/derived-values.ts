import { hostingOf, textAt } from "../checklist/step-values.ts";
import { mapAt } from "../model/map-at.ts";
import { HOSTED_PORT } from "../rules/shared/hosts.ts";
import { hostedHost, isRne } from "../rules/shared/rne.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { type Scalar, type Schema, schemaAt } from "../schema/schema.ts";
import type { MapValue } from "../schema/value.ts";

/** A value that is not written, because it follows from others. `schema.follows` says from which. */
export interface DerivedValue {
  readonly path: KeyPath;
  readonly schema: Schema;
  readonly value: Scalar;
}

/** The values that follow from what is written in an establishment, and are not written themselves. */
export function derivedValues(root: MapValue): readonly DerivedValue[] {
  return new Derivation(root).all();
}

class Derivation {
  readonly #root: MapValue;
  readonly #found: DerivedValue[] = [];
  readonly #isHosted: boolean | undefined;
  /** The host of a hosted establishment. */
  readonly #host: string | undefined;

  constructor(root: MapValue) {
    this.#root = root;
    const mode = hostingOf(root);
    this.#isHosted = mode && mode === "heberge";
    const rne = this.#text("etablissement", "rne");
    this.#host = this.#isHosted && rne !== undefined && isRne(rne) ? hostedHost(rne) : undefined;
  }

  all(): readonly DerivedValue[] {
    this.#versions();
    this.#hosting();
    this.#connections();
    this.#edt();
    this.#periods();
    const name = this.#text("etablissement", "nom");
    if (this.#has("communication", "e-mails"))
      this.#add(["communication", "e-mails", "expediteur", "nom"], name);
    if (this.#has("base"))
      this.#add(["base", "annee-scolaire"], this.#text("etablissement", "annee-scolaire"));
    return this.#found;
  }

  #text(...path: string[]): string | undefined {
    return textAt(this.#root, path);
  }

  #has(...path: string[]): boolean {
    return mapAt(this.#root, path) !== undefined;
  }

  #names(...path: string[]): readonly string[] {
    return [...(mapAt(this.#root, path)?.entries.keys() ?? [])];
  }

  /** Adds a value, unless it is not known, or the key is written. */
  #add(path: KeyPath, value: Scalar | undefined): void {
    if (value === undefined || mapAt(this.#root, path.slice(0, -1))?.entries.has(path.at(-1) ?? "")) return;
    const schema = schemaAt(path);
    if (schema) this.#found.push({ path, schema, value });
  }

  #versions(): void {
    const year = this.#text("etablissement", "annee-scolaire");
    const version = this.#text("etablissement", "version") ?? year?.slice(0, 4);
    for (const application of this.#names("serveurs"))
      if (this.#has("serveurs", application)) this.#add(["serveurs", application, "version"], version);
    if (this.#has("clients")) this.#add(["clients", "version"], version);
  }

  #hosting(): void {
    if (this.#isHosted === undefined) return;
    this.#add(["serveurs", "serveur", "adresse"], this.#host);
    this.#add(["serveurs", "serveur", "port"], this.#host && HOSTED_PORT);
    this.#add(["espaces", "adresse"], this.#host && `https://${this.#host}/pronote/`);
    if (this.#has("recuperation"))
      this.#add(["recuperation", "source"], this.#isHosted ? "archive" : "fichier-preparation");
    if (this.#has("communication", "e-mails"))
      this.#add(["communication", "e-mails", "service"], this.#isHosted ? "index-education" : "smtp");
  }

  /** Where an application is published. */
  #published(application: string | undefined): { readonly host?: Scalar; readonly port?: Scalar } {
    if (application === undefined) return {};
    const host = this.#text("serveurs", application, "adresse");
    const port = this.#text("serveurs", application, "port");
    const hosted = this.#host !== undefined && application !== "relais";
    const own = host ?? (hosted ? this.#host : undefined);
    const ownPort = port ?? (hosted ? HOSTED_PORT : undefined);
    return {
      ...(own === undefined ? undefined : { host: own }),
      ...(ownPort === undefined ? undefined : { port: ownPort }),
    };
  }

  #connections(): void {
    const at = (path: KeyPath) => {
      const { host, port } = this.#published(this.#text(...path, "vers"));
      this.#add([...path, "adresse"], host);
      this.#add([...path, "port"], port);
      return port;
    };
    for (const name of this.#names("clients", "connexions")) at(["clients", "connexions", name]);
    for (const name of this.#names("routeur", "redirections")) {
      const port = at(["routeur", "redirections", name]);
      this.#add(["routeur", "redirections", name, "port-externe"], port);
    }
    if (this.#has("edt", "client")) at(["edt", "client"]);
  }

  #edt(): void {
    const licence = this.#text("edt", "licence");
    if (licence === undefined || licence === "aucune") return;
    if (this.#isHosted !== undefined)
      this.#add(["edt", "transfert", "mode"], this.#isHosted ? "automatique" : "manuel");
    const right = this.#text("edt", "droit-connexion") ?? String(licence === "reseau");
    this.#add(["edt", "droit-connexion"], right === "true");
    this.#add(["edt", "mise-a-jour"], right === "true" ? "directe" : "par-transfert");
  }

  #periods(): void {
    for (const kind of this.#names("periodes"))
      for (const name of this.#names("periodes", kind)) {
        const at = ["periodes", kind, name];
        this.#add([...at, "publication-bulletins"], this.#text(...at, "fin"));
        this.#add([...at, "publication-releves"], this.#text(...at, "debut"));
      }
  }
}
