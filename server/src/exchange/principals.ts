import { message } from "../base/message.ts";
import type { JoinedPeople } from "./join-people.ts";
import type { OutsidePerson } from "./outside.ts";
import type { PrincipalRecord, SourceRecords } from "./records.ts";
import type { SourceFinding } from "./source.ts";

/**
 * Who is professeur principal of each class now. One whose days are over, or have not begun, is told and left out. Days
 * of the year that the sources are about count as now.
 */
export function currentPrincipals(
  records: readonly SourceRecords[],
  people: Pick<JoinedPeople, "find">,
  today: string,
  findings: SourceFinding[],
): ReadonlyMap<string, readonly OutsidePerson[]> {
  const found = new Map<string, Set<OutsidePerson>>();
  for (const source of records) {
    const day = dayWithin(source, today);
    for (const { id, principal } of source.people) {
      const person = people.find(id);
      for (const one of principal) {
        if (!isCurrent(one, day)) findings.push(outOfDate(one));
        else if (person) found.set(one.classe, (found.get(one.classe) ?? new Set()).add(person));
      }
    }
  }
  return new Map([...found].map(([classe, principaux]) => [classe, [...principaux]]));
}

/** Today, moved into the school year of a source: an export of next year is imported before that begins. */
function dayWithin({ year }: SourceRecords, today: string): string {
  const first = Number(year?.value);
  if (!Number.isInteger(first)) return today;
  const [start, end] = [`${first}-09-15`, `${first + 1}-07-01`];
  return today < start ? start : today > end ? end : today;
}

function isCurrent({ debut, fin }: PrincipalRecord, day: string): boolean {
  return (debut === "" || debut <= day) && (fin === "" || day <= fin);
}

function outOfDate({ classe, debut, fin, place }: PrincipalRecord): SourceFinding {
  return {
    id: "principal-out-of-date",
    severity: "warning",
    source: place.source,
    place,
    message: message(
      "A professeur principal of {0} is one from {1} to {2} only: not taken.",
      classe,
      debut || "…",
      fin || "…",
    ),
  };
}
