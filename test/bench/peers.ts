import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../host/install.ts";
import type { Peer } from "./client.ts";

const MODULES = join(import.meta.dirname, "node_modules");
/** Our command line, built. */
export const CLI = join(ROOT, "dist/rentree.cjs");
/** The command line that it is compared with. */
export const AJV = join(MODULES, "ajv-cli/dist/index.js");
/** Arguments of Node that load the memory probe; see `probe.cjs`. */
export const PROBE = ["--expose-gc", "--require", join(import.meta.dirname, "probe.cjs")];

/** Our server, built. */
export const rentree: Peer = {
  name: "rentree",
  command: [process.execPath, join(ROOT, "dist/server.node.cjs"), "--stdio"],
  languageId: "pronote",
  settings: {},
};

/** The server that ours is compared with, configured with the schema at this path. */
export function yamlLanguageServer(schema: string): Peer {
  return {
    name: "yaml-language-server",
    command: [process.execPath, join(MODULES, "yaml-language-server/bin/yaml-language-server"), "--stdio"],
    languageId: "yaml",
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemaStore: { enable: false },
        schemas: { [pathToFileURL(schema).href]: "*.pronote.yaml" },
      },
    },
  };
}

/** The same server with the memory probe. */
export function probed(peer: Peer): Peer {
  const [node = "", ...args] = peer.command;
  return { ...peer, command: [node, ...PROBE, ...args] };
}

/** Writes the JSON Schema of the language that `rentree schema` prints. */
export function writeSchema(path: string): void {
  const { stdout } = spawnSync(process.execPath, [CLI, "schema"], { encoding: "utf8", maxBuffer: 1 << 28 });
  writeFileSync(path, stdout);
}
