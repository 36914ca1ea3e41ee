const DAY = 86_400_000;

/** How many days after `one` `other` is; both as YYYY-MM-DD. `NaN` for a day that no calendar has. */
export function daysBetween(one: string, other: string): number {
  return (timeOf(other) - timeOf(one)) / DAY;
}

/** The day so many days after one, as YYYY-MM-DD; of what is no day, the same text. */
export function dayAfter(day: string, days = 1): string {
  const time = timeOf(day) + days * DAY;
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10);
}

/** Whether a calendar has this day. */
export function isDay(day: string): boolean {
  return !Number.isNaN(timeOf(day));
}

/** Whether a day is one from Monday to Friday. */
export function isWeekday(day: string): boolean {
  const number = new Date(timeOf(day)).getUTCDay();
  return number > 0 && number < 6;
}

/** Whether a day is a Sunday. */
export function isSunday(day: string): boolean {
  return new Date(timeOf(day)).getUTCDay() === 0;
}

/** Days are compared as days: 30 February is none, though JavaScript would take it for one. */
function timeOf(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return Number.NaN;
  return new Date(time).toISOString().startsWith(day) ? time : Number.NaN;
}
