/** A conflict that git left is one finding, in every file of the examples, wherever it stands; and nothing of it is lost. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileText, parseFile } from "../server/src/syntax/file.ts";
import { applied, findingsIn } from "./support/check.ts";
import { workspaceOf } from "./support/workspace.ts";

/** About so many places are tried in each file. */
const PLACES = 3;
const all = workspaceOf(join(import.meta.dirname, "../examples"));
const wrong = [...all.files.keys()].filter((uri) => uri.includes("/college-a-corriger/"));
const workspace = all.with(wrong.map((uri) => [uri, undefined]));
const files = [...workspace.files.values()];

test.each(files.map(({ uri }) => [uri.slice("file:///academie/".length), uri]))("%s", (_, uri) => {
  const file = workspace.files.get(uri);
  const text = file ? fileText(file) : "";
  const lines = text.split("\n");
  const step = Math.ceil(lines.length / PLACES);
  for (let at = 1; at < lines.length - 1; at += step) {
    const line = lines[at] ?? "";
    const around = (...between: string[]) =>
      [...lines.slice(0, at), ...between, ...lines.slice(at + 1)].join("\n");
    const whole = around("<<<<<<< HEAD", line, "=======", `${line} # relu`, ">>>>>>> autre");
    const kept = fixesIn(uri, whole);
    expect(kept.slice(-2), whole).toEqual([text, around(`${line} # relu`)]);
    expect(fixesIn(uri, around("=======", line, ">>>>>>> autre"))).toEqual([text]);
  }
});

/** The texts of a file after each fix of its only finding. */
function fixesIn(uri: string, text: string): readonly (string | undefined)[] {
  const after = workspace.with([[uri, parseFile(uri, text)]]);
  const found = findingsIn({ workspace: after });
  expect(found.map(({ id, at }) => `${id} ${at.block.uri}`)).toEqual([`yaml-syntax ${uri}`]);
  return (found[0]?.fixes ?? []).map((fix) => applied({ workspace: after }, fix).get(uri));
}
