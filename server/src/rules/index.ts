import { type Message, message } from "../base/message.ts";
import type { Rule } from "./api/rule.ts";
import { communication } from "./communication/index.ts";
import { constraintRules } from "./constraints/index.ts";
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
import { rollout } from "./rollout/index.ts";
import { schoolLife } from "./school-life/index.ts";
import { security } from "./security/index.ts";

/** The rules of one subject. */
interface RuleFamily {
  /** The folder that contains them. */
  readonly folder: string;
  /** Their subject, as a heading. */
  readonly title: Message;
  readonly rules: readonly Rule[];
}

/** All families, in the order in which lists of rules show them. */
export const families: readonly RuleFamily[] = [
  {
    folder: "language",
    title: message("YAML and values: syntax, shape, what is missing, comments that silence rules"),
    rules: language,
  },
  {
    folder: "files",
    title: message("Files: bases, establishments, what several texts say of one thing"),
    rules: files,
  },
  { folder: "names", title: message("Names: declared, mentioned, reserved"), rules: names },
  {
    folder: "establishment",
    title: message("The establishment: its RNE, its year, its hosting"),
    rules: establishment,
  },
  { folder: "network", title: message("Servers, ports, connections and redirections"), rules: network },
  { folder: "new-year", title: message("The new base, last year's data and the imports"), rules: newYear },
  { folder: "edt", title: message("EDT: its rights, its transfer to PRONOTE"), rules: edt },
  { folder: "espaces", title: message("Espaces and the ENT"), rules: espaces },
  {
    folder: "people",
    title: message("Staff and teachers who have an account, and the licence"),
    rules: people,
  },
  { folder: "rights", title: message("Profiles of authorisations and user groups"), rules: rights },
  { folder: "pedagogy", title: message("Classes, groups of students and their services"), rules: pedagogy },
  { folder: "periods", title: message("Grading periods and what is published in them"), rules: periods },
  {
    folder: "communication",
    title: message("E-mails, SMS, letters, discussions, connection details"),
    rules: communication,
  },
  {
    folder: "school-life",
    title: message("Meals, exits, projects for students, meetings, rooms"),
    rules: schoolLife,
  },
  {
    folder: "constraints",
    title: message("Settings that depend on each other, as the schema says"),
    rules: constraintRules,
  },
  {
    folder: "rollout",
    title: message("The rollout: ticks, comparisons with lists of PRONOTE, fingerprints"),
    rules: rollout,
  },
  { folder: "security", title: message("Passwords, personal data, the duties of the RGPD"), rules: security },
];

/** All rules, in the order of their families. */
export const rules: readonly Rule[] = families.flatMap((family) => family.rules);

/** The rules by their id. */
export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
