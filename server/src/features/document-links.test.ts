import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { places } from "../../../test/support/places.ts";
import { documentLinks } from "./document-links.ts";

/** The links of a text, a line each: what is linked, and where to. */
function links(source: string, commands: readonly string[] = ["rentree.explainRule"]): readonly string[] {
  const target = fixture(source);
  const { context } = target;
  const client = { ...context.client, commands: new Set(commands) };
  return documentLinks({ ...context, client }).map(
    ({ range, target: to = "" }) =>
      `${places(target, [{ uri: context.file.uri, range }]).replace(/^.*?\d+ /, "")} -> ${to}`,
  );
}

test("existing base files are linked", () => {
  expect(
    links(
      "#- base.pronote.yaml\nniveaux: {}\n#- ecole/etablissement.pronote.yaml\n$0herite-de: ../base.pronote.yaml\n",
    ),
  ).toEqual(["../base.pronote.yaml -> file:///academie/base.pronote.yaml"]);
  expect(links("herite-de: ../nulle-part.pronote.yaml\n")).toEqual([]);
});

test("addresses are linked where the schema says that there is one, and nowhere else", () => {
  const source = `
etablissement: { nom: "https://nom.exemple.fr" } # https://exemple.fr/
espaces: { adresse: "https://pronote.exemple.fr/été?a=b&c=%20#{d}" }
communication: { e-mails: { expediteur: { adresse: 'ce.0759998k@ac-exemple.fr' } } }
`;
  expect(links(source)).toEqual([
    '"https://pronote.exemple.fr/été?a=b&c=%20#{d}" -> https://pronote.exemple.fr/%C3%A9t%C3%A9?a=b&c=%20#%7Bd%7D',
    "'ce.0759998k@ac-exemple.fr' -> mailto:ce.0759998k@ac-exemple.fr",
  ]);
});

test.each([
  ["what is no address", "espaces: { adresse: pronote.exemple.fr }\n"],
  ["another scheme", 'espaces: { adresse: "javascript:alert(1)" }\n'],
  ["half a character", 'espaces: { adresse: "https://exemple.fr/\\uD800" }\n'],
  [
    "a line that holds something private",
    "espaces: { adresse: https://exemple.fr/ } # mot de passe : Azerty12!\n",
  ],
])("%s is not linked", (_, source) => {
  expect(links(source)).toEqual([]);
});

test("an address that is anchored is linked once, where it is written", () => {
  const source =
    "personnels:\n  a: { email-professionnel: &e a.b@ac-exemple.fr }\n  c: { email-professionnel: *e }\n";
  expect(links(source)).toEqual(["a.b@ac-exemple.fr -> mailto:a.b@ac-exemple.fr"]);
});

test("the rules in comments lead to their pages, in our own client only", () => {
  const source = "# rentree-ignore unknown-reference, no-such-rule: vu\nclasses: { 6A: {} }\n";
  expect(links(source)).toEqual([
    "unknown-reference -> command:rentree.explainRule?%5B%22unknown-reference%22%5D",
  ]);
  expect(links(source, [])).toEqual([]);
});
