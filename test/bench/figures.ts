/** The times of an operation, in milliseconds unless another unit is named. */
export type Times = readonly number[];

/** The value below which this share (0 to 1) of the times is; NaN if there are none. */
export function percentile(times: Times, share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A number with three significant digits. */
export function short(value: number): string {
  if (Number.isNaN(value)) return "–";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The text “p50 / p95” of times. */
export function pair(times: Times | undefined): string {
  return times && times.length > 0
    ? `${short(percentile(times, 0.5))} / ${short(percentile(times, 0.95))}`
    : "–";
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
