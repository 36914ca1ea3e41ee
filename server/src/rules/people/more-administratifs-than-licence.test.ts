import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { moreAdministratifsThanLicence } from "./more-administratifs-than-licence.ts";

test("reports more people who may change data than connections, staff and teachers together", () => {
  checkRule(
    moreAdministratifsThanLicence,
    `
licence: { utilisateurs-administratifs: 2 }
#                                       ^ The licence lets 2 administrative users connect at the same time, and 3 people have a group that may change data.
groupes-utilisateurs: { Gestion: { comme: CPE } }
personnels:
  durand: { mode-administratif: Administration }
  petit: { mode-administratif: Gestion }
professeurs: { roux: { mode-administratif: CPE } }
`,
  );
});

test("does not count who only consults, who has no administrative mode, and is silent without a number", () => {
  checkRule(
    moreAdministratifsThanLicence,
    `
licence: { utilisateurs-administratifs: 1 }
groupes-utilisateurs: { Lecture: { type: consult }, Autre: { comme: Lecture }, Drôle: { type: lecture } }
personnels:
  durand: { mode-administratif: Administration }
  petit: { mode-administratif: Lecture }
  noir: { mode-administratif: Autre }
  blanc: { mode-administratif: Drôle, mode-vie-scolaire: Profil 1 }
  vert: { mode-administratif: ~ }
`,
  );
  checkRule(
    moreAdministratifsThanLicence,
    "personnels: { durand: { mode-administratif: CPE } }\nlicence: {}\n",
  );
});
