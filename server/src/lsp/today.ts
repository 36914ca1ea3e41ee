/** Today's date in the time zone of this machine, as YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date());
}

/** The date of a moment in the time zone of this machine, as YYYY-MM-DD. */
export function dayOf(now: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
