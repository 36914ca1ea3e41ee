import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { classeWithoutActiveService } from "./classe-without-active-service.ts";

test("reports a class without any active service, also through its niveau", () => {
  checkRule(
    classeWithoutActiveService,
    `
niveaux: { 6e: { services: { FRANC: { actif: false } } } }
classes:
  6A: { niveau: 6e }
# ^^ No service of “6A” is active: nobody can assess it, and its bulletin would be empty.
  6B: { niveau: 6e, services: { FRANC: { actif: true } } }
  5A:
# ^^ No service of “5A” is active: nobody can assess it, and its bulletin would be empty.
    services: { EPS: { actif: false }, LATIN: { actif: false } }
groupes-eleves: { G: { classes: 6B, services: { LATIN: { coefficient: 1 } } } }
`,
  );
});

test("is silent where a group has services, nothing is written or something is not understood", () => {
  checkRule(
    classeWithoutActiveService,
    `
classes:
  6A: { services: { FRANC: { actif: false } } }
  6B: { services: {} }
  6C: { niveau: 6e }
  6D: { services: { FRANC: { actif: false }, EPS: } }
  6E: { services: { FRANC: { actif: non } } }
groupes-eleves: { G: { classes: toutes, services: { LATIN: { coefficient: 1 } } } }
`,
  );
  checkRule(
    classeWithoutActiveService,
    `
classes:
  6B: { services: {} }
  6D: { services: { FRANC: { actif: false }, EPS: } }
  6E: { services: { FRANC: { actif: non } } }
`,
  );
});
