import { message } from "../../base/message.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import { ownRne, ownYear } from "../shared/identity.ts";
import { rnesIn } from "../shared/rne.ts";
import { stsFileOfYear, yearOfStsFile } from "../shared/school-year.ts";
import docs from "./import-of-another-establishment.md";

/** A file to import whose name contains another RNE or another year. */
export const importOfAnotherEstablishment = rule({
  id: "import-of-another-establishment",
  severity: "error",
  on: ["imports.stsweb", "imports.siecle"],
  docs,

  *check({ value }, context) {
    // A cité scolaire imports from each of its establishments.
    if (context.get("etablissement", "type")?.value === "cite-scolaire") return;
    const rne = ownRne(context);
    const year = ownYear(context);
    for (const file of filesIn(value)) {
      const other = rne && rnesIn(file.value).find((one) => one !== rne.value);
      if (rne && other !== undefined) yield ofAnotherSchool(file, rne, other);
      else if (year) yield* ofAnotherYear(file, year);
    }
  },
});

function filesIn(value: MapValue): readonly Leaf<string>[] {
  const one = value.get("fichier");
  const several = value.get("fichiers");
  const all = several?.kind === "list" ? several.items : [one];
  return all.filter((leaf): leaf is Leaf<string> => leaf?.kind === "leaf");
}

function ofAnotherSchool(file: Leaf<string>, rne: Leaf<string>, other: string): RuleResult {
  const right = file.value.replace(new RegExp(other, "i"), rne.value);
  return {
    at: [file, rne],
    message: message(
      "“{0}” belongs to the establishment {1}, not to {2}: its teachers would be imported.",
      file.value,
      other,
      rne.value,
    ),
    fixes: replacement(file, right, "probable"),
    related: [{ at: rne.node, message: message("The RNE is written here.") }],
  };
}

function* ofAnotherYear(file: Leaf<string>, year: Leaf<string>): Iterable<RuleResult> {
  const fileYear = yearOfStsFile(file.value);
  const expected = year.value.slice(0, 4);
  if (fileYear === undefined || fileYear === expected) return;
  yield {
    at: [file, year],
    message: message(
      "“{0}” is for the year {1}, and the school year is {2}: the data of another year would be imported.",
      file.value,
      fileYear,
      year.value,
    ),
    fixes: replacement(file, stsFileOfYear(file.value, expected), "probable"),
    related: [{ at: year.node, message: message("The school year is written here.") }],
  };
}
