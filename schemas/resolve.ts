/** A schema as it is in a file. */
export type Raw = { readonly [keyword: string]: unknown };

/** A schema with resolved references; the schemas below it are indices in `Resolver.nodes`. */
export interface ResolvedNode {
  readonly type: string;
  readonly [keyword: string]: unknown;
}

/** Keywords that are renamed, and those that are taken over as they are. */
const OURS = new Map([
  ["x-pronote", "pronote"],
  ["x-seed", "seed"],
  ["x-rgpd", "rgpd"],
  ["x-declares", "declares"],
  ["x-predeclared", "predeclared"],
  ["x-mentions", "mentions"],
  ["x-inherits", "inherits"],
  ["x-under", "under"],
  ["x-short", "short"],
  ["x-single", "single"],
  ["x-also", "also"],
  ["x-moved", "moved"],
  ["x-suggestions", "suggestions"],
  ["x-expected", "expected"],
  ["x-mode", "mode"],
  ["x-secret", "secret"],
  ["x-nobody", "nobody"],
  ["x-own-phone", "ownPhone"],
  ["x-private", "private"],
  ["x-particular", "particular"],
  ["x-open", "open"],
  ["x-instead", "instead"],
  ["x-follows", "follows"],
  ["x-missing", "missing"],
  ["x-own-file", "ownFile"],
  ["x-atomic", "atomic"],
  ["x-link", "link"],
  ["x-constraints", "constraints"],
]);
const KEPT = [
  "type",
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "minLength",
  "maxLength",
  "default",
  "examples",
  "required",
  "deprecated",
];
const IGNORED = [
  "$schema",
  "$id",
  "$ref",
  "definitions",
  "title",
  "description",
  "x-fr",
  "x-values",
  "x-permissions",
];
const STRUCTURE = ["properties", "additionalProperties", "items"];

/** Resolves references, puts the texts of both languages together, and shares equal schemas. */
export class Resolver {
  readonly nodes: ResolvedNode[] = [];
  readonly #files: ReadonlyMap<string, Raw>;
  readonly #permissions: { readonly [profile: string]: Raw };
  readonly #byText = new Map<string, number>();

  constructor(files: ReadonlyMap<string, Raw>, permissions: { readonly [profile: string]: Raw }) {
    this.#files = files;
    this.#permissions = permissions;
  }

  /** Resolves a file, and returns the index of its schema in `nodes`. */
  resolve(file: string): number {
    return this.#add(this.#file(file), file);
  }

  #file(name: string): Raw {
    const raw = this.#files.get(name);
    if (!raw) throw new Error(`There is no ${name} in schemas/.`);
    return raw;
  }

  #add(raw: Raw, file: string): number {
    const [merged, home] = this.#followed(raw, file);
    const known = [...OURS.keys(), ...KEPT, ...IGNORED, ...STRUCTURE];
    const unknown = Object.keys(merged).filter((keyword) => !known.includes(keyword));
    if (unknown.length > 0) throw new Error(`${home}: unknown keyword ${unknown.join(", ")}`);
    const node: Record<string, unknown> = {};
    const { en, fr } = words(merged);
    if (en["title"]) node["title"] = pair(en, fr, "title");
    if (en["description"]) node["description"] = pair(en, fr, "description");
    for (const key of KEPT) if (merged[key] !== undefined) node[key] = merged[key];
    for (const [key, name] of OURS) if (merged[key] !== undefined) node[name] = merged[key];
    if (merged["x-values"]) node["values"] = valuesOf(merged["x-values"] as Record<string, Raw>);
    this.#structure(merged, home, node);
    const text = JSON.stringify(node);
    const known_ = this.#byText.get(text);
    if (known_ !== undefined) return known_;
    this.#byText.set(text, this.nodes.length);
    return this.nodes.push(node as ResolvedNode) - 1;
  }

  #structure(merged: Raw, home: string, node: Record<string, unknown>): void {
    const permissions = merged["x-permissions"] as string | undefined;
    const properties = {
      ...(merged["properties"] as Record<string, Raw> | undefined),
      ...(permissions ? this.#rights(permissions) : undefined),
    };
    if (Object.keys(properties).length > 0) {
      node["properties"] = Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, this.#add(value, home)]),
      );
    }
    const additional = merged["additionalProperties"];
    if (typeof additional === "object" && additional) node["additional"] = this.#add(additional as Raw, home);
    if (merged["items"]) node["items"] = this.#add(merged["items"] as Raw, home);
  }

  /** The schema merged over the one that its `$ref` refers to, with the properties of both, and the file that contains the latter. */
  #followed(raw: Raw, file: string): readonly [Raw, string] {
    const ref = raw["$ref"];
    if (typeof ref !== "string") return [raw, file];
    const [name, pointer = ""] = ref.split("#");
    const home = name || file;
    let target: unknown = this.#file(home);
    for (const step of pointer.split("/").slice(1)) target = (target as Record<string, unknown>)[step];
    if (!target) throw new Error(`${file}: ${ref} leads nowhere`);
    const [below, at] = this.#followed(target as Raw, home);
    const constraints = [below, raw].flatMap((one) => (one["x-constraints"] ?? []) as readonly Raw[]);
    const merged = {
      ...below,
      ...raw,
      "x-fr": { ...(below["x-fr"] as Raw), ...(raw["x-fr"] as Raw) },
      ...(constraints.length > 0 && { "x-constraints": constraints }),
    };
    if (!below["properties"] || !raw["properties"]) return [merged, at];
    const properties = { ...(below["properties"] as Raw), ...(raw["properties"] as Raw) };
    return [{ ...merged, properties }, at];
  }

  /** The categories and rights of a kind of profile, as schemas. */
  #rights(profile: string): Record<string, Raw> {
    const categories = this.#permissions[profile];
    if (!categories) throw new Error(`permissions.yaml has no ${profile}`);
    return mapped(categories as Record<string, Raw>, (category) => ({
      ...labels(category, UNDER),
      type: "object",
      "x-open": true,
      additionalProperties: RIGHT,
      properties: mapped(category["rights"] as Record<string, Raw>, (right) => ({
        ...labels(right, AS),
        type: "boolean",
        "x-seed": right["source"],
        ...(right["constraints"] ? { "x-constraints": right["constraints"] } : undefined),
        ...(right["moved"] ? { deprecated: true, "x-moved": right["moved"] } : undefined),
      })),
    }));
  }
}

const RIGHT: Raw = {
  type: "boolean",
  title: "A right of PRONOTE",
  description: "A right that this catalogue does not know: true if the box is ticked.",
  "x-fr": {
    title: "Une autorisation de PRONOTE",
    description: "Une autorisation que ce catalogue ne connaît pas : true si la case est cochée.",
  },
};

/** How PRONOTE shows a right, and a category of rights, where the catalogue says no more; by their French names. */
const AS = {
  en: (name: string) => `PRONOTE shows this box as “${name}”.`,
  fr: (name: string) => `PRONOTE affiche cette case sous « ${name} ».`,
};
const UNDER = {
  en: (name: string) => `PRONOTE shows these boxes under “${name}”.`,
  fr: (name: string) => `PRONOTE affiche ces cases sous « ${name} ».`,
};

function labels(entry: Raw, shown: typeof AS): Raw {
  const en = String(entry["en"]);
  const fr = String(entry["fr"]);
  const opens = entry["opens"] as Raw | string | undefined;
  const text = (lang: string, fallback: string) =>
    typeof opens === "object" ? String(opens[lang] ?? fallback) : fallback;
  return {
    title: en,
    description: text("en", shown.en(fr)),
    "x-fr": { title: fr, description: text("fr", `PRONOTE affiche cette case sous « ${fr} ».`) },
  };
}

function words(raw: Raw): { readonly en: Raw; readonly fr: Raw } {
  return { en: raw, fr: (raw["x-fr"] ?? {}) as Raw };
}

function pair(en: Raw, fr: Raw, key: string) {
  return { en: en[key], fr: fr[key] ?? en[key] };
}

function valuesOf(values: Record<string, Raw>): Record<string, unknown> {
  return mapped(values, (value) => {
    const { en, fr } = words(value);
    return {
      title: pair(en, fr, "title"),
      ...(en["description"] ? { description: pair(en, fr, "description") } : undefined),
    };
  });
}

function mapped<T, U>(record: { readonly [key: string]: T }, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
