/** The first year of a school year written as YYYY-YYYY; `undefined` if its years do not follow each other. */
export function firstYearOf(year: string): number | undefined {
  const [, first = "", second = ""] = /^(\d{4})-(\d{4})$/.exec(year) ?? [];
  return first !== "" && Number(second) === Number(first) + 1 ? Number(first) : undefined;
}

/** The first year of the school year of a day (YYYY-MM-DD): it begins in August. */
export function firstYearOfDay(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5, 7) < "08" ? 1 : 0);
}

/** The school year that begins in a year, as YYYY-YYYY. */
export function schoolYearFrom(first: number): string {
  return `${first}-${first + 1}`;
}

/** A school year in a name, also where it is written another way: `2026/27`. */
const IN_NAME = /(?<!\d)(20\d\d)(\s?[-–/_]\s?)((?:20)?\d\d)(?!\d)/;

/** The first year of the school year that a name bears; `undefined` if it bears none. */
export function firstYearInName(name: string): number | undefined {
  const [, first = "", , second = ""] = IN_NAME.exec(name) ?? [];
  return firstYearOf(`${first}-${second.padStart(4, "20")}`);
}

/** A name that bears a school year, with the one that begins in another year, written in the same way. */
export function nameWithYear(name: string, first: number): string {
  return name.replace(
    IN_NAME,
    (_, _first, between: string, second: string) =>
      `${first}${between}${String(first + 1).slice(-second.length)}`,
  );
}

/** The year that STSWEB writes into the name of its file. */
const STS_FILE = /(sts_emp_[^_]+_)(\d{4})/i;

/** The year in the name of a file of STSWEB; `undefined` if there is none. */
export function yearOfStsFile(name: string): string | undefined {
  return STS_FILE.exec(name)?.[2];
}

/** The name of a file of STSWEB with another year. */
export function stsFileOfYear(name: string, year: string): string {
  return name.replace(STS_FILE, (_, start: string) => start + year);
}
