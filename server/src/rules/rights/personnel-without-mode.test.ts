import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { personnelWithoutMode } from "./personnel-without-mode.ts";

test("reports who is left without a mode, also over a base", () => {
  checkRule(
    personnelWithoutMode,
    `
#- academie.pronote.yaml
personnels: { petit: { nom: PETIT, mode-vie-scolaire: Profil 1 } }
#- college/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
personnels:
  durand: { nom: DURAND, mode-administratif: ~ }
  #                                          ^ “durand” has neither the administrative nor the school-life mode: this account could connect to nothing.
  petit:
    mode-vie-scolaire: null
    #                  ^^^^ “petit” has neither the administrative nor the school-life mode: this account could connect to nothing.
`,
  );
});

test("is silent on who has a mode, and where none is written yet", () => {
  checkRule(
    personnelWithoutMode,
    `
personnels:
  durand: { nom: DURAND }
  petit: { mode-administratif: ~, mode-vie-scolaire: Profil 1 }
  noir: { mode-administratif: ~, mode-vie-scolaire: [Profil 1] }
  blanc: { mode-administratif: ~, mode-vie-scolaire: }
`,
  );
});

test("is silent on who accompanies pupils, unless their Espace is not published", () => {
  const text = (espaces: string, mark = "") => `
${espaces}
personnels:
  petit:
    fonction: AESH
    mode-vie-scolaire: ~
${mark}
  noir: { fonction: "Accompagnante d'élèves", mode-administratif: ~ }
`;
  checkRule(personnelWithoutMode, text("espaces: { accompagnants: { publie: true } }"));
  checkRule(personnelWithoutMode, text(""));
  checkRule(
    personnelWithoutMode,
    text(
      "espaces: { accompagnants: { publie: false } }",
      "    #                  ^ “petit” has neither the administrative nor the school-life mode: this account could connect to nothing.",
    ).replace(/ {2}noir.*\n/, ""),
  );
});
