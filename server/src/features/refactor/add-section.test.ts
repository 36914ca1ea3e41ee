import { expect, test } from "vitest";
import { refactored } from "../../../../test/support/refactored.ts";

const inMarker = (text: string) => `#- etablissement.pronote.yaml\n${text}`;

test.each([
  [
    "with the keys that it needs, below the section and its comments",
    "etab$0lissement: # a\n  nom: A\n  # b\n# c\nclasses: {}\n",
    "etablissement: # a\n  nom: A\n  # b\nhebergement:\n  mode:\n# c\nclasses: {}\n",
  ],
  [
    "set apart and indented as the others",
    "edt: {}\n\n# b\n$0etablissement:\n    nom: A\n\nclasses: {}\n",
    "edt: {}\n\n# b\netablissement:\n    nom: A\n\nhebergement:\n    mode:\n\nclasses: {}\n",
  ],
  ["at the end of the file", "etab$0lissement: {}", "etablissement: {}\nhebergement:\n  mode:"],
  [
    "with line ends of Windows",
    "etab$0lissement: {}\r\nedt: {}\r\n",
    "etablissement: {}\r\nhebergement:\r\n  mode:\r\nedt: {}\r\n",
  ],
])("a section is added %s", (_, before, after) => {
  expect(refactored(before, "add-section")).toBe(inMarker(after));
});

test("a section is added that no file of the establishment has, of its mode of hosting; not in braces", () => {
  const other = "\n#- hebergement.pronote.yaml\nhebergement: { mode: heberge }\n";
  const added = refactored(`${inMarker("$0etablissement: {}\n")}${other}`, "add-section");
  expect(added).not.toContain("hebergement:");
  expect(added).not.toContain("serveurs:");
  expect(refactored("{ $0etablissement: {} }\n", "add-section")).toBeUndefined();
  const self = refactored(
    `${inMarker("$0etablissement: {}\n")}${other.replace("mode: heb", "mode: non-heb")}`,
    "add-section",
  );
  expect(self).toContain("serveurs:");
});
