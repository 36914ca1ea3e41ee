import type { Rule } from "./api/rule.ts";
import { communication } from "./communication/index.ts";
import { edt } from "./edt/index.ts";
import { espaces } from "./espaces/index.ts";
import { establishment } from "./establishment/index.ts";
import { files } from "./files/index.ts";
import { language } from "./language/index.ts";
import { names } from "./names/index.ts";
import { network } from "./network/index.ts";
import { newYear } from "./new-year/index.ts";
import { pedagogy } from "./pedagogy/index.ts";
import { people } from "./people/index.ts";
import { periods } from "./periods/index.ts";
import { rights } from "./rights/index.ts";
import { schoolLife } from "./school-life/index.ts";
import { security } from "./security/index.ts";

/** Every rule, family by family. */
export const rules: readonly Rule[] = [
  ...language,
  ...files,
  ...names,
  ...establishment,
  ...network,
  ...newYear,
  ...edt,
  ...espaces,
  ...people,
  ...rights,
  ...pedagogy,
  ...periods,
  ...communication,
  ...schoolLife,
  ...security,
];

/** A rule by its id. */
export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
