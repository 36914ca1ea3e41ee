import type { LocalizedText } from "./message.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const ENGLISH = "January February March April May June July August September October November December".split(
  " ",
);
const FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
  " ",
);

/**
 * A day in full, for a sentence: “5 December 2026”, “5 décembre 2026”. What is no day as YYYY-MM-DD is left as it is;
 * whether the month has such a day does not matter.
 */
export function dayInWords(day: string): LocalizedText {
  const [, year, month, number] = DAY.exec(day) ?? [];
  const [english, french] = [ENGLISH[Number(month) - 1], FRENCH[Number(month) - 1]];
  if (english === undefined || french === undefined) return { en: day, fr: day };
  const date = Number(number);
  return { en: `${date} ${english} ${year}`, fr: `${date === 1 ? "1er" : date} ${french} ${year}` };
}
