/** Short texts that expand to huge values: without care, reading them takes more memory than a machine has. */
export const PATHOLOGICAL: { readonly [name: string]: string } = {
  "billion-laughs": laughs(9, (before) => before),
  "quadratic-laughs": laughs(11, () => "a"),
  "nested-anchors": `${doubled(28)}\n- *first : 1\n`,
  "nested-anchors-as-key": `? ${doubled(28).replaceAll("\n", "\n  ")}\n: key\n`,
};

/** Keys `a`, `b` … with lists that repeat an alias: of the list before, or always of the first. */
function laughs(count: number, named: (before: string) => string): string {
  const letter = (index: number) => String.fromCharCode("a".charCodeAt(0) + index);
  const item = (index: number) => (index === 0 ? "lol" : `*${named(letter(index - 1))}`);
  return Array.from(
    { length: count },
    (_, index) => `${letter(index)}: &${letter(index)} [${Array(9).fill(item(index)).join(", ")}]\n`,
  ).join("");
}

/** Nested lists, so many levels deep; each level also contains aliases of both lists below it. */
function doubled(depth: number): string {
  const inner = ["- &first [lol]", "- &other [lol]"];
  const lists = Array.from({ length: depth }, (_, index) => index).reduce<readonly string[]>(
    (below, index) => [
      `- &left${index}`,
      ...below.map((line) => `  ${line}`),
      `- &right${index}`,
      index === 0 ? "  - *first" : `  - *left${index - 1}`,
      index === 0 ? "  - *other" : `  - *right${index - 1}`,
    ],
    inner,
  );
  return lists.join("\n");
}
