const DAY = 86_400_000;

/** The number of days from `one` to `other`, both as YYYY-MM-DD; `NaN` if either does not exist. */
export function daysBetween(one: string, other: string): number {
  return (timeOf(other) - timeOf(one)) / DAY;
}

/** The day so many days later, as YYYY-MM-DD; a text that is no day is returned as it is. */
export function dayAfter(day: string, days = 1): string {
  const time = timeOf(day) + days * DAY;
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDay(day: string): boolean {
  return !Number.isNaN(timeOf(day));
}

/** Whether a day is from Monday to Friday. */
export function isWeekday(day: string): boolean {
  const number = new Date(timeOf(day)).getUTCDay();
  return number > 0 && number < 6;
}

/** Whether a day is a Sunday. */
export function isSunday(day: string): boolean {
  return new Date(timeOf(day)).getUTCDay() === 0;
}

/** The time of a day; `NaN` if it does not exist. `Date.parse` alone would take 30 February for 2 March, and a month for its first day. */
function timeOf(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return Number.NaN;
  return new Date(time).toISOString().slice(0, 10) === day ? time : Number.NaN;
}
