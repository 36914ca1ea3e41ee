import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Each layer, and all that it may import: other layers, helpers in the root of the server by name, packages (`type:`
 * for their types only). A new arrow is a decision: discuss it, then write it here.
 */
const HELPERS = ["say.ts", "memo.ts", "closest.ts", "uri.ts"];
const MAY_IMPORT: { readonly [layer: string]: readonly string[] } = {
  syntax: [...HELPERS, "yaml"],
  schema: [...HELPERS, "syntax"],
  model: [...HELPERS, "schema", "syntax"],
  rules: [...HELPERS, "words.ts", "model", "schema", "syntax"],
  features: [
    ...HELPERS,
    "words.ts",
    "offered.ts",
    "type:protocol.ts",
    ...["rules", "model", "schema", "syntax"],
    ...["vscode-languageserver-types", "type:vscode-languageserver-protocol"],
  ],
  cli: [
    ...HELPERS,
    ...["words.ts", "today.ts", "disk.ts", "node.ts", "type:protocol.ts", "package.json"],
    ...["features", "rules", "model", "schema", "syntax"],
    "node:*",
  ],
};

/** Each file in the root of the server, and all that it may import. */
const ROOT_FILES: { readonly [file: string]: readonly string[] } = {
  "say.ts": [],
  "memo.ts": [],
  "closest.ts": [],
  "uri.ts": [],
  "words.ts": ["say.ts", "l10n"],
  "protocol.ts": ["type:vscode-languageserver-types", "type:vscode-languageserver-protocol"],
  // What answers `initialize`: nothing that takes time to load.
  "turn.ts": [],
  "encoding.ts": [],
  "offered.ts": [],
  "capabilities.ts": ["vscode-languageserver", "encoding.ts", "offered.ts", "protocol.ts"],
  "begin.ts": ["vscode-languageserver", "capabilities.ts", "turn.ts"],
};

test.each(Object.entries(MAY_IMPORT))("%s imports only what it may", (layer, allowed) => {
  const files = sources(`server/src/${layer}`);
  expect(files.length).toBeGreaterThan(0);
  expect(refusedIn(files, [...allowed, layer])).toEqual([]);
});

test.each(Object.entries(ROOT_FILES))("%s imports only what it may", (file, allowed) => {
  expect(refusedIn([`server/src/${file}`], allowed)).toEqual([]);
});

test("only the entries and what they are made of know a connection", () => {
  const others = sources("server/src").filter(
    (file) =>
      !/^server\/src\/(?:node|browser|begin|server|capabilities)\.ts$/.test(file) &&
      !file.startsWith("server/src/cli/"),
  );
  const found = others.flatMap((file) =>
    imports(file)
      .filter((name) => /^(?:type:)?vscode-languageserver(?:\/.*)?$/.test(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

test("what runs in a browser knows no disk", () => {
  const files = sources("server/src").filter(
    (file) => !/^server\/src\/(?:cli\/|node\.ts|node-engine\.ts|disk\.ts)/.test(file),
  );
  const found = files.flatMap((file) =>
    imports(file)
      .filter((name) => name === "node:*")
      .map(() => file),
  );
  expect(found).toEqual([]);
});

test("the client knows nothing of the server but what they say to each other", () => {
  const found = sources("client/src").flatMap((file) =>
    imports(file)
      .filter((name) => !/^(?:type:)?(?:\.|protocol\.ts$|vscode|node:)/.test(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

test("nothing is exported again", () => {
  const found = sources("server/src")
    .concat(sources("client/src"))
    .filter((file) => /^export (?:type )?(?:\*|\{[^}]*\}) from /m.test(read(file)));
  expect(found).toEqual([]);
});

function refusedIn(files: readonly string[], allowed: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    imports(file)
      .filter(
        (name) =>
          !allowed.includes(name) &&
          !allowed.includes(`type:${name.replace(/^type:/, "")}`) &&
          !allowed.includes(name.replace(/^type:/, "")),
      )
      .map((name) => `${file}: ${name}`),
  );
}

function sources(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.split(sep).join("/")}`)
    .filter((file) => file.endsWith(".ts") && !/\.(?:test|d)\.ts$|\/generated\/|new-rule/.test(file));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** What a file imports: a layer, a helper by its file name, `.` for its own package elsewhere, or a package. */
function imports(file: string): string[] {
  const statements = read(file).matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^"';]*?from\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return Array.from(statements, ([, type, target = "", dynamic = ""]) => {
    const name = target || dynamic;
    const short = name.startsWith(".") ? placeOf(file, name) : name.replace(/^node:.*/, "node:*");
    return (type ? "type:" : "") + short;
  });
}

function placeOf(file: string, target: string): string {
  const path = relative("", normalize(join(dirname(file), target))).split(sep);
  const [top = "", src = "", layer = "", ...rest] = path;
  if (top !== "server" || src !== "src") return top === "client" ? "." : top;
  return rest.length > 0 ? layer : target.endsWith(".md") ? "page" : layer;
}
