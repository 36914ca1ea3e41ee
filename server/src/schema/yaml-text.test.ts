import { expect, test } from "vitest";
import { parse } from "yaml";
import { type YamlContent, yamlText } from "./yaml-text.ts";

const map = (object: { readonly [key: string]: YamlContent }) => new Map(Object.entries(object));

test("maps, lists and texts, each as one would write it", () => {
  const services = map({ FRANC: ["martin", "roux"], EPS: map({ coefficient: "1.5" }) });
  const redirections = [map({ vers: "serveur", port: "443" }), map({}), [], "a"];
  expect(yamlText(map({ "6E1": map({ services, note: null, vide: map({}) }), redirections }))).toBe(`6E1:
  services:
    FRANC: [martin, roux]
    EPS:
      coefficient: 1.5
  note: ~
  vide: {}
redirections:
  - vers: serveur
    port: 443
  - {}
  - []
  - a
`);
});

test("a long list has an item on each line", () => {
  const items = Array.from({ length: 20 }, (_, at) => `professeur-${at}`);
  expect(yamlText(map({ items })).split("\n")).toHaveLength(22);
});

test.each([
  "Madame, Monsieur,\n\nvotre code : <<code>>\n",
  "a\nb",
  " indented\nb",
  "a \nb",
  "a\n\n",
  "a\tb\n",
  "\n",
  "",
  "~",
  "- a",
  "# a",
  "a: b",
  "yes",
  "a\r\nb",
  "<script>alert(1)</script>",
  "$(check)",
  "…\u2028…",
  "*a",
  "&a b",
  "`",
  "@a",
  "a #b",
])("another reader of YAML reads %j again, beside a key and in a list", (text) => {
  expect(parse(yamlText(map({ a: map({ b: text }), c: [text, map({ d: text })] })))).toEqual({
    a: { b: text },
    c: [text, { d: text }],
  });
});
