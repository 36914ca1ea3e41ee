const DAY = 86_400_000;

/** How many days after `one` `other` is; both as YYYY-MM-DD. `NaN` for a day that no calendar has. */
export function daysBetween(one: string, other: string): number {
  return (timeOf(other) - timeOf(one)) / DAY;
}

/** The day so many days after one, as YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  const time = timeOf(day) + days * DAY;
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10);
}

/** Whether a day is a Sunday. */
export function isSunday(day: string): boolean {
  const time = timeOf(day);
  return !Number.isNaN(time) && new Date(time).getUTCDay() === 0;
}

/** Days are compared as days: 30 February is none, though JavaScript would take it for one. */
function timeOf(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return Number.NaN;
  return new Date(time).toISOString().startsWith(day) ? time : Number.NaN;
}
