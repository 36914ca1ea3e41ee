import { expect, test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { items } from "../../schema/checklist.ts";
import { fingerprintWithoutEffect } from "./fingerprint-without-effect.ts";

test("reports the first path that the step has never covered, and how many there are", () => {
  checkRule(
    fingerprintWithoutEffect,
    `
deroulement:
  rne-etablissement: { empreinte: { etablissement/rne: "1:3f1c9a20", x/y: "1:3f1c9a20", etablissement/type: "1:3f1c9a20" } }
 #                                                                   ^^^ “x/y” is nothing that “rne-etablissement” is about: its fingerprint is not compared. Fingerprints of this kind here: 2.
  revue-profils-professeurs: { empreinte: { professeurs/martin/profil: "1:3f1c9a20" } }
 #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ “professeurs/martin/profil” is nothing that “revue-profils-professeurs” is about: its fingerprint is not compared. Fingerprints of this kind here: 1.
`,
  );
});

test("reports a version that is not known, once", () => {
  checkRule(
    fingerprintWithoutEffect,
    `
deroulement:
  rne-etablissement: { empreinte: { etablissement/rne: "99:3f1c9a20", x/y: "99:3f1c9a20" } }
 #                                  ^^^^^^^^^^^^^^^^^ A later version of Rentrée wrote this fingerprint of “rne-etablissement”. It is not compared: no change reopens the step.
`,
  );
});

test("is silent on names that exist no more, on names with a slash, and on all paths of former versions", () => {
  checkRule(
    fingerprintWithoutEffect,
    'deroulement: { revue-profils-professeurs: { empreinte: { professeurs/parti: "1:3f1c9a20", "professeurs/a~1b": "1:3f1c9a20" } } }\n',
  );
  const former = items.flatMap(({ slug, covered }) =>
    [...covered].map(([version, paths]) => {
      const keys = new Set(paths.map((path) => path.join("/").replace(/\*.*/, "x")));
      return `  ${slug}: { empreinte: { ${[...keys].map((key) => `"${key}": "${version}:3f1c9a20"`).join(", ")} } }\n`;
    }),
  );
  expect(former.length).toBeGreaterThan(5);
  checkRule(fingerprintWithoutEffect, `deroulement:\n${former.join("")}`);
});

test("is silent on a step that does not exist", () => {
  checkRule(fingerprintWithoutEffect, 'deroulement: { rne: { empreinte: { x/y: "1:3f1c9a20" } } }\n');
});
