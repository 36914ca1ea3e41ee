import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/places.ts";
import { message } from "../base/message.ts";
import { ruleById } from "../rules/index.ts";
import { spanIn } from "../syntax/file.ts";
import { CLIENT_EXPLAIN, CLIENT_SILENCE } from "./client-commands.ts";
import type { ClientSupport } from "./client-support.ts";
import { codeActions } from "./code-actions.ts";
import type { SilenceArgument } from "./protocol.ts";
import { ruleActions, silence } from "./silence.ts";

const WORD = "edt:\n  droit-connexion: ou$0i\n";

function offeredFor(source: string, client: Partial<ClientSupport> = {}) {
  const { context } = fixture(source);
  return codeActions(
    { ...context, client: { ...context.client, ...client } },
    { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }, context: {} },
  ).filter(({ title }) => /^(Silence|Explain)/.test(title));
}

const titles = (source: string, client?: Partial<ClientSupport>) =>
  offeredFor(source, client).map(({ title }) => title);

test("our client is asked for the reason, and shows the page of the rule", () => {
  expect(offeredFor(WORD).map(({ command, edit }) => [command?.command, command?.arguments, edit])).toEqual([
    [CLIENT_EXPLAIN, ["boolean-word"], undefined],
    ...[{}, { until: "2027-08-31" }].map((more) => [
      CLIENT_SILENCE,
      [{ uri: "file:///academie/etablissement.pronote.yaml", rule: "boolean-word", line: 1, ...more }],
      undefined,
    ]),
  ]);
});

test("another client gets a comment to complete if it takes snippets in edits, otherwise none", () => {
  const commands = new Set<string>();
  expect(offeredFor(WORD, { commands }).map(({ edit }) => edit?.documentChanges)).toEqual(
    ["boolean-word", "boolean-word 2027-08-31"].map((silenced) => [
      {
        textDocument: { uri: "file:///academie/etablissement.pronote.yaml", version: null },
        edits: [
          {
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
            snippet: { kind: "snippet", value: `  # rentree-ignore ${silenced}: $1\n` },
          },
        ],
      },
    ]),
  );
  expect(titles(WORD, { commands, snippetEdits: false })).toEqual([]);
  expect(titles(WORD, { appliesEdits: false, snippetEdits: false })).toEqual(["Explain “boolean-word”"]);
});

test.each([
  ["a syntax error", "etablissement: { nom: 'x\n"],
  ["a comment that silences nothing", "# rentree-ignore boolean-w$0ord\nformat: 1\n"],
])("%s is explained, but not silenced", (_, source) => {
  const found = titles(source);
  expect(found.some((title) => title.startsWith("Explain"))).toBe(true);
  expect(found.some((title) => title.startsWith("Silence"))).toBe(false);
});

function silenced(source: string, argument: Partial<SilenceArgument> = {}): string {
  const target = fixture(source);
  const { line } = target.position;
  const complete = { uri: "", rule: "boolean-word", line, reason: "vu avec l'éditeur", ...argument };
  return edited(target, silence(target.context, complete));
}

test("the reason is written into a comment above the line, on one line", () => {
  expect(silenced(WORD, { reason: " vu avec\nl'éditeur " })).toBe(
    "#- etablissement.pronote.yaml\nedt:\n  # rentree-ignore boolean-word: vu avec l'éditeur\n  droit-connexion: oui\n",
  );
});

test("the day until which it is silenced stands after the rule; what is no day is refused", () => {
  expect(silenced(WORD, { until: "2027-08-31" })).toContain(
    "  # rentree-ignore boolean-word 2027-08-31: vu avec l'éditeur\n",
  );
  expect(() => silenced(WORD, { until: "31/08/2027" })).toThrow("“31/08/2027” is not a day");
});

test("nothing is written without a reason, or where the rule reports nothing", () => {
  expect(() => silenced(WORD, { reason: " " })).toThrow("A reason is needed.");
  expect(() => silenced(WORD, { line: 0 })).toThrow("nothing there any more");
  expect(() => silenced(WORD, { rule: "unknown-key" })).toThrow("nothing there any more");
  expect(() => silenced(WORD, { line: Number.NaN })).toThrow("nothing there any more");
});

test("inside a text, where a comment would be a part of it, silence is not offered", () => {
  const { context } = fixture("etablissement:\n  nom: |\n    Collège\n    Pasteur\n  rne: 0759998K\n");
  const kinds = (line: number) => {
    const at = spanIn(context.file, { start: { line, character: 4 }, end: { line, character: 6 } });
    const rule = ruleById.get("bad-format");
    if (!rule) throw new Error("no rule");
    const finding = { id: rule.id, rule, at, message: message("A name is needed.") };
    return ruleActions(context, [finding]).map(({ title }) => title.split(" ")[0]);
  };
  expect(kinds(3)).toEqual(["Explain"]);
  expect(kinds(4)).toEqual(["Explain", "Silence", "Silence"]);
});
