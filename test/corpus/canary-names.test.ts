/** Names of files and folders, and arguments of the command line, that hold personal data or a secret. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import { UsageError } from "../../server/src/cli/command.ts";
import { told } from "../../server/src/cli/told.ts";
import { codeActions } from "../../server/src/features/code-actions.ts";
import { completion } from "../../server/src/features/completion.ts";
import { Refusal } from "../../server/src/features/context.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { privacyOfName } from "../../server/src/syntax/private-names.ts";
import { findingsOf } from "../support/analysis.ts";
import { fixture } from "../support/fixture.ts";
import { printedBy } from "../support/printed.ts";
import { type Canary, canaries, canaryNames, HARMLESS_NAMES } from "./canaries.ts";
import { OUTPUTS } from "./outputs.ts";

const names = canaryNames();
// Windows has no such names.
const onDisk = process.platform === "win32" ? [] : names;
const folder = mkdtempSync(join(tmpdir(), "rentree-"));
const small = mkdtempSync(join(tmpdir(), "rentree-"));
writeFileSync(join(small, "etablissement.pronote.yaml"), "etablissement: { nom: Collège }\n");
afterAll(() => {
  for (const one of [folder, small]) rmSync(one, { recursive: true, force: true });
});
for (const [index, { text }] of onDisk.entries()) {
  const school = join(folder, `s${index}`, text);
  mkdirSync(school, { recursive: true });
  mkdirSync(join(folder, `vide${index}`, text), { recursive: true });
  writeFileSync(join(folder, `${text}.pronote.yaml`), "espaces: { parents: { publie: oui } }\nespace: 1\n");
  writeFileSync(
    join(school, "etablissement.pronote.yaml"),
    `herite-de: [ "../../${text}.pronote.yaml", "../absent-${text}.pronote.yaml" ]\netablissement: { nom: Collège }\nclasses: { 6A: { niveau: 6e } }\n`,
  );
  // Says the same otherwise, so that both files are named.
  writeFileSync(join(school, `${text}.pronote.yaml`), "classes: { 6A: { niveau: 5e } }  \n");
}

/** The places of an output that show something of a canary. */
function shownIn(output: string, of: readonly Canary[] = names): readonly string[] {
  const hidden = new Set(of.flatMap((one) => one.hidden.flatMap((text) => [text, encodeURIComponent(text)])));
  return [...hidden].flatMap((text) => {
    const at = output.indexOf(text);
    return at < 0 ? [] : [output.slice(Math.max(0, at - 80), at + text.length + 20)];
  });
}

test("names that hold personal data or a secret are found", () => {
  const missed = names.filter(({ text }) => !privacyOfName(`${text}.pronote.yaml`)).map(({ name }) => name);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(names.length * 0.05);
});

test("names that only look similar are not reported", () => {
  expect(HARMLESS_NAMES.filter((name) => privacyOfName(name))).toEqual([]);
});

test.skipIf(process.platform === "win32").each(OUTPUTS.map((line) => [line.join(" "), line] as const))(
  "no name is shown by %s",
  async (_, [name, ...args]) => {
    const output = await printedBy(folder, name, ...args);
    expect(output.length).toBeGreaterThan(100);
    expect(shownIn(output)).toEqual([]);
  },
);

/** What the command line says of wrong arguments. */
async function saidOf(cwd: string, [name, ...args]: readonly [string, ...string[]]): Promise<string> {
  try {
    return await printedBy(cwd, name, ...args);
  } catch (error) {
    if (error instanceof UsageError) return told(localizerFor("en"), error.reason);
    throw error;
  }
}

test("no error about an argument repeats what is private in it", async () => {
  const texts = [...names, ...names.map((one) => ({ ...one, text: `dossier/${one.text}/x` }))];
  for (const { text, hidden } of texts) {
    const said = await Promise.all([
      saidOf(small, ["check", text]),
      saidOf(small, ["check", `${text}.pronote.yaml/x`]),
      saidOf(small, ["check", "--stdin", "--stdin-path", text]),
      saidOf(small, ["check", "--stdin", "--stdin-path", "a.pronote.yaml", text]),
      saidOf(small, ["check", "--format", text]),
      saidOf(small, ["check", "--rule", text]),
      saidOf(small, ["check", "--rule", `${text}=error`]),
      saidOf(small, ["check", "--rule", `missing-key=${text}`]),
      saidOf(small, ["check", "--max-warnings", text]),
      saidOf(small, ["check", "--shard", text]),
      saidOf(small, ["check", "--changed-since", text]),
      saidOf(small, ["check", `--${text}`]),
      saidOf(small, ["checklist", "--phase", text]),
      saidOf(small, ["checklist", text]),
      saidOf(small, ["explain", text]),
      saidOf(small, ["schema", text]),
    ]);
    const shown = said.flatMap((one) => hidden.filter((part) => one.includes(part)).map(() => one));
    expect([text, shown]).toEqual([text, []]);
  }
});

test.skipIf(process.platform === "win32")(
  "a folder without configurations is told without its name",
  async () => {
    const paths = onDisk.map(({ text }, index) => join(`vide${index}`, text));
    const said = await printedBy(folder, "check", ...paths);
    expect(said).toContain("there is no configuration");
    expect(shownIn(said)).toEqual([]);
  },
);

/** What a request answers, or why it is refused. */
function answerOf(request: () => unknown): unknown {
  try {
    return request();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

test("no rename, refusal or list of names shows what is private", () => {
  const shown = canaries().flatMap((one) => {
    const { context } = fixture(one.text);
    const places = one.text
      .split(/\r?\n/)
      .flatMap((text, line) =>
        Array.from({ length: text.length + 1 }, (_, character) => ({ position: { line, character } })),
      );
    const answers = places.flatMap((at) => [
      answerOf(() => prepareRename(context, at)),
      answerOf(() => rename(context, { ...at, newName: "" })),
      answerOf(() => rename(context, { ...at, newName: "toutes" })),
    ]);
    return shownIn(JSON.stringify(answers), [one]);
  });
  expect(shown).toEqual([]);
});

test("no message, action, completion or symbol shows the name of a file", () => {
  const shown = names.flatMap((one) => {
    const base = `${one.text}.pronote.yaml`;
    const { context, workspace } = fixture(
      `#- a/etablissement.pronote.yaml\nherite-de: "../bases/x-${base}"\nclasses: { 6A: { niveau: $0 } }\n` +
        `#- a/${base}\nniveaux: { 6e: {} }\n#- bases/${base}\nniveaux: { 5e: {} }\n`,
    );
    const own = [...findingsOf(workspace).values()]
      .flat()
      .filter(({ at }) => at.block.uri === context.file.uri);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const position = { line: 1, character: 30 };
    const inBase = { line: 0, character: 13 };
    const answers = {
      messages: diagnostics(context, own).map(({ message }) => message),
      actions: codeActions(context, { range, context: {} }).map(({ title }) => title),
      completion: [completion(context, { position }), completion(context, { position: inBase })],
      symbols: workspaceSymbols(context, { query: "" }).map(({ name, containerName }) => [
        name,
        containerName,
      ]),
    };
    return Object.entries(answers).flatMap(([feature, answer]) =>
      shownIn(JSON.stringify(answer), [one]).map((text) => `${feature}: ${text}`),
    );
  });
  expect(shown).toEqual([]);
});
