import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CONFIGURATION } from "../../server/src/model/layout.ts";
import { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { ROOT } from "./fixture.ts";

/** The workspace of the configuration files in a folder, with the URIs of fixtures. */
export function workspaceOf(folder: string, today = "2026-08-25"): Workspace {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => CONFIGURATION.test(name))
    .sort();
  return Workspace.empty([ROOT], today).with(
    names.map((name) => {
      const uri = `${ROOT}/${name}`;
      return [uri, parseFile(uri, readFileSync(join(folder, name), "utf8"))];
    }),
  );
}
