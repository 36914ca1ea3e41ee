import { posix } from "node:path";

/** An import of a file: its target, and whether it imports types only. */
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
  "rollout",
  "exchange",
  "features",
  "lsp",
  "cli",
] as const;

type Layer = (typeof LAYERS)[number];

/** What each layer may import from outside `server/src`; `type` for types only. Discuss a new one first. */
const OUTSIDE: Partial<Record<Layer, readonly string[]>> = {
  base: ["l10n/bundle.l10n.fr.json"],
  syntax: ["yaml"],
  exchange: ["fflate", "papaparse", "saxes"],
  features: ["vscode-languageserver-types", "type vscode-languageserver-protocol"],
  lsp: [
    "vscode-languageserver",
    "vscode-languageserver-types",
    "type vscode-languageserver-protocol",
    "node:*",
  ],
  cli: ["node:*", "package.json"],
};

/** The only files of `lsp` that may use Node, as the others also run in a browser. */
const MAY_USE_NODE = new Set(
  [
    "disk.ts",
    "disk-paths.ts",
    "file-reading.ts",
    "file-system.ts",
    "node.ts",
    "node-engine.ts",
    "packet-reader.ts",
  ].map((file) => `server/src/lsp/${file}`),
);

/** The files that may be loaded to answer `initialize`, as they load fast. */
const LIGHT = [
  ...["handshake", "capabilities", "encoding", "faults", "scheduler"],
  ...["border", "params", "own-params", "shapes"],
].map((name) => `server/src/lsp/${name}.ts`);
const LIGHT_TOO = [
  "server/src/base/fault-text.ts",
  "server/src/features/client-commands.ts",
  "server/src/features/client-support.ts",
  "server/src/features/offered.ts",
  "server/src/features/checklist-protocol.ts",
  "server/src/features/compare-protocol.ts",
  "server/src/features/fleet-protocol.ts",
  "server/src/features/import-protocol.ts",
  "server/src/features/new-establishment-protocol.ts",
  "server/src/features/plan-protocol.ts",
  "server/src/features/protocol.ts",
  "vscode-languageserver",
];

/** Why rules keep no state: the engine has to know when to run them again. */
const REASON_AGAINST_STATE =
  "a rule keeps nothing from one check to the next; what is derived and kept is for rules/shared";

/** State in a rule: a weak map, or a variable or a collection of the module. */
const STATE =
  /\bWeak(?:Map|Set|Ref)\b|^(?:export )?(?:let\b.*|const \w+[^=\n]*= new (?:Map|Set)(?:<.*>)?\(\))/m;

/** The rules that keep state between checks. */
export function rulesWithState(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => {
    const found = layerOf(file) === "rules/<family>" ? STATE.exec(text) : undefined;
    return found ? [`${file}: ${found[0]}: ${REASON_AGAINST_STATE}`] : [];
  });
}

/** The forbidden imports of these files, and the files that belong to no layer. */
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

/** Ways to the network that no import shows: what every browser and Node have. */
const SOCKET =
  /\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|importScripts|RTCPeerConnection)\b/;

/** The files of `exchange` that could send what they read: sources hold people's data, and stay on the machine. */
export function socketsIn(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => {
    const found = layerOf(file) === "exchange" ? SOCKET.exec(text) : undefined;
    return found ? [`${file}: ${found[0]}`] : [];
  });
}

/** The files that re-export something, although each thing should be imported from its own file. */
export function reexportsIn(files: ReadonlyMap<string, string>): readonly string[] {
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
  if (own === "rules/<family>" && target === "server/src/base/memo.ts") return REASON_AGAINST_STATE;
  return undefined;
}

function outsideReason(own: Layer, file: string, target: string, typeOnly: boolean): string | undefined {
  const allowed = OUTSIDE[own] ?? [];
  if (target.startsWith("node:") && own === "lsp" && !MAY_USE_NODE.has(file)) return "it runs in a browser";
  const isAllowed = allowed.some((one) => {
    const [kind, name = kind] = one.split(" ");
    return isOrIn(target, name ?? "") && (kind !== "type" || typeOnly);
  });
  return isAllowed ? undefined : `${own} does not import this${typeOnly ? "" : " as a value"}`;
}

/** The client contains no logic: from the server it may import only the protocol. */
function clientReason(target: string): string | undefined {
  const allowed = [
    ...["client", "vscode", "vscode-languageclient", "node:*"],
    ...[
      "checklist-protocol",
      "client-commands",
      "compare-protocol",
      "fleet-protocol",
      "import-protocol",
      "new-establishment-protocol",
      "page-protocol",
      "plan-protocol",
      "protocol",
      "status-protocol",
    ].map((name) => `server/src/features/${name}.ts`),
  ];
  return allowed.some((one) => isOrIn(target, one)) ? undefined : "the client does not import this";
}

function isOrIn(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith("*") ? name.slice(0, -1) : `${name}/`);
}

/** The layer of a file of the server; pages and generated files belong to the layer that imports them. */
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

/** The imports and re-exports of a source, including dynamic ones. */
export function importsOf(text: string): readonly Import[] {
  return Array.from(text.matchAll(STATEMENT), ({ groups = {} }) => {
    const names = /^\{([\s\S]*)\}$/.exec(groups["what"] ?? "")?.[1]?.split(",") ?? [""];
    const types = names.map((name) => name.trim()).filter((name) => name !== "");
    const typeOnly =
      groups["type"] !== undefined || (types.length > 0 && types.every((name) => name.startsWith("type ")));
    return { target: groups["from"] ?? groups["late"] ?? "", typeOnly };
  });
}
