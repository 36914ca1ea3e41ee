import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../host/install.ts";
import type { Peer } from "./client.ts";

const MODULES = join(import.meta.dirname, "node_modules");
/** The command line that is measured. */
export const CLI = join(ROOT, "dist/rentree.cjs");
/** The one that it is measured beside. */
export const AJV = join(MODULES, "ajv-cli/dist/index.js");
/** What tells of the memory of a process; see there. */
export const PROBE = ["--expose-gc", "--require", join(import.meta.dirname, "probe.cjs")];

/** Our server. */
export const rentree: Peer = {
  name: "rentree",
  command: [process.execPath, join(ROOT, "dist/server.node.cjs"), "--stdio"],
  languageId: "pronote",
  settings: {},
};

/** The peer, which is told to check with the schema at a path. */
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

/** A server that tells of its memory. */
export function probed(peer: Peer): Peer {
  const [node = "", ...args] = peer.command;
  return { ...peer, command: [node, ...PROBE, ...args] };
}

/** Writes the JSON Schema of the language, as the command line gives it. */
export function writeSchema(path: string): void {
  const { stdout } = spawnSync(process.execPath, [CLI, "schema"], { encoding: "utf8", maxBuffer: 1 << 28 });
  writeFileSync(path, stdout);
}
