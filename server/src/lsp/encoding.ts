/** How a client counts the columns of a line; here they are UTF-16 code units. */
export type Encoding = "utf-16" | "utf-8";

/** The encoding that is spoken with a client: UTF-16, unless it does not offer that, or offers UTF-8 first. */
export function encodingFor(offered: unknown): Encoding {
  const known = Array.isArray(offered) ? offered.filter((one) => one === "utf-16" || one === "utf-8") : [];
  return known[0] === "utf-8" ? "utf-8" : "utf-16";
}
