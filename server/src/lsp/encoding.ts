/** The unit of columns in messages of a client. Inside the server they are UTF-16 code units. */
export type Encoding = "utf-16" | "utf-8";

/** The encoding to use with a client: UTF-16, unless it does not offer UTF-16 or offers UTF-8 before it. */
export function encodingFor(offered: unknown): Encoding {
  const known = Array.isArray(offered) ? offered.filter((item) => item === "utf-16" || item === "utf-8") : [];
  return known[0] === "utf-8" ? "utf-8" : "utf-16";
}
