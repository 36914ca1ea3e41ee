import { posix } from "node:path";

/** A file's import: where it leads, and whether only types come over. */
interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The layers of the server, from the lowest. A file may import from its own layer and from lower ones. */
export const LAYERS = [
  "base",
  "syntax",
  "schema",
  "model",
  "rules/api",
  "rules/shared",
  "rules/<family>",
  "rules",
  "analysis",
  "checklist",
  "features",
  "lsp",
  "cli",
] as const;

type Layer = (typeof LAYERS)[number];

/** What a layer may import from outside `server/src`; `type` for types alone. A new one is a decision: discuss it first. */
const OUTSIDE: Partial<Record<Layer, readonly string[]>> = {
  base: ["l10n/bundle.l10n.fr.json"],
  syntax: ["yaml"],
  features: ["vscode-languageserver-types", "type vscode-languageserver-protocol"],
  lsp: [
    "vscode-languageserver",
    "vscode-languageserver-types",
    "type vscode-languageserver-protocol",
    "node:*",
  ],
  cli: ["node:*", "package.json"],
};

/** The only files of `lsp` that know Node: the others run in a browser too. */
const KNOW_NODE = new Set(["disk.ts", "node.ts", "node-engine.ts"].map((file) => `server/src/lsp/${file}`));

/** What answers `initialize`, and all that it may load: nothing that takes time. */
const LIGHT = ["handshake", "capabilities", "encoding", "faults", "scheduler"].map(
  (name) => `server/src/lsp/${name}.ts`,
);
const LIGHT_TOO = [
  "server/src/features/offered.ts",
  "server/src/features/protocol.ts",
  "vscode-languageserver",
];

/** Why a rule keeps nothing: it reads its subject and its context, and the engine knows when to run it again. */
const REMEMBERS =
  "a rule keeps nothing from one check to the next; what is derived and kept is for rules/shared";

/** Where a rule keeps something: a weak map, or a variable or a collection of its file. */
const KEEPING =
  /\bWeak(?:Map|Set|Ref)\b|^(?:export )?(?:let\b.*|const \w+[^=\n]*= new (?:Map|Set)(?:<.*>)?\(\))/m;

/** The rules that keep something from one check to the next. */
export function rulesWithMemory(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => {
    const found = layerOf(file) === "rules/<family>" ? KEEPING.exec(text) : undefined;
    return found ? [`${file}: ${found[0]}: ${REMEMBERS}`] : [];
  });
}

/** What these files import that they may not; a file that stands in no layer is named too. */
export function forbiddenImports(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => {
    const isClient = file.startsWith("client/");
    const own = layerOf(file);
    if (!isClient && !own) return [`${file}: the file stands in no layer`];
    return importsOf(text).flatMap((found) => {
      const target = resolved(file, found.target);
      const why = isClient || !own ? clientReason(target) : serverReason(own, file, target, found.typeOnly);
      return why ? [`${file} → ${target}: ${why}`] : [];
    });
  });
}

/** The files that export what another file has: each thing is imported from where it is. */
export function exportsAgain(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) =>
    /^export (?:type )?(?:\*|\{[^}]*\}) from /m.test(text) ? [file] : [],
  );
}

function serverReason(own: Layer, file: string, target: string, typeOnly: boolean): string | undefined {
  if (LIGHT.includes(file) && !typeOnly && ![...LIGHT, ...LIGHT_TOO].some((one) => isOrIn(target, one)))
    return "what answers initialize loads nothing that takes time";
  if (!target.startsWith("server/src/")) return outsideReason(own, file, target, typeOnly);
  const other = layerOf(target);
  if (!other) return "it leads to a file in no layer";
  if (LAYERS.indexOf(other) > LAYERS.indexOf(own)) return `${other} is above ${own}`;
  if (own === "rules/<family>" && other === own && familyOf(file) !== familyOf(target))
    return "families of rules know nothing of each other";
  if (own === "rules/<family>" && target === "server/src/base/memo.ts") return REMEMBERS;
  return undefined;
}

function outsideReason(own: Layer, file: string, target: string, typeOnly: boolean): string | undefined {
  const allowed = OUTSIDE[own] ?? [];
  if (target.startsWith("node:") && own === "lsp" && !KNOW_NODE.has(file)) return "it runs in a browser";
  const isAllowed = allowed.some((one) => {
    const [kind, name = kind] = one.split(" ");
    return isOrIn(target, name ?? "") && (kind !== "type" || typeOnly);
  });
  return isAllowed ? undefined : `${own} does not import this${typeOnly ? "" : " as a value"}`;
}

/** The client decides nothing: of the server it knows what they say to each other. */
function clientReason(target: string): string | undefined {
  const allowed = ["client", "vscode", "vscode-languageclient", "node:*", "server/src/features/protocol.ts"];
  return allowed.some((one) => isOrIn(target, one)) ? undefined : "the client does not import this";
}

function isOrIn(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith("*") ? name.slice(0, -1) : `${name}/`);
}

/** The layer in which a file of the server stands; pages and generated files stand with those that import them. */
function layerOf(file: string): Layer | undefined {
  const [, , top = "", ...rest] = file.split("/");
  if (rest.length === 0) return undefined;
  if (top !== "rules") return LAYERS.find((layer) => layer === top);
  if (rest.length === 1) return "rules";
  return LAYERS.find((layer) => layer === `rules/${rest[0]}`) ?? "rules/<family>";
}

function familyOf(file: string): string | undefined {
  return file.split("/")[3];
}

function resolved(file: string, target: string): string {
  return target.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), target)) : target;
}

const STATEMENT =
  /^(?:import|export)\s+(?<type>type\s)?(?:(?<what>[^"';]*?)\s*from\s*)?"(?<from>[^"]+)"|\bimport\("(?<late>[^"]+)"\)/gm;

/** What a text imports or exports again, at once or later. */
export function importsOf(text: string): readonly Import[] {
  return Array.from(text.matchAll(STATEMENT), ({ groups = {} }) => {
    const names = /^\{([\s\S]*)\}$/.exec(groups["what"] ?? "")?.[1]?.split(",") ?? [""];
    const types = names.map((name) => name.trim()).filter((name) => name !== "");
    const typeOnly =
      groups["type"] !== undefined || (types.length > 0 && types.every((name) => name.startsWith("type ")));
    return { target: groups["from"] ?? groups["late"] ?? "", typeOnly };
  });
}
