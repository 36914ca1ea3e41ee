/** A call in a source: what is called, and the source of each argument. */
interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** Relative paths such as `../../x`, but not three dots. */
const CHAIN = /(?<![.\w])(?:\.\.\/)*\.\.(?=[/"'`\s)]|$)/gm;
const FILE_FOLDER = "import.meta.dirname";
const FILE_URL = "import.meta.url";

/**
 * The paths in a source that lead out of the repository, or may do so, one line for each. `depth` is the number of
 * folders above the file. A path with `..` must be relative to the folder of the file, so that it can be checked: an
 * import, or an argument that is joined to `import.meta.dirname` or `import.meta.url`. Relative to anything else (a
 * constant, the working directory) no `..` is allowed.
 */
export function climbingOut(source: string, depth: number): readonly string[] {
  const chains = [...source.matchAll(CHAIN)].map(([chain]) => chain);
  return [
    ...chains.filter((chain) => climb(chain) > depth).map((chain) => `“${chain}” leads out`),
    ...callsIn(source).flatMap((call) => climbingCall(call, depth)),
    ...[...source.matchAll(/\$\{[^}]*\}\/\.\.(?![.\w])/g)].map(([text]) => `“${text}” may lead anywhere`),
  ];
}

function climbingCall({ name, args }: Call, depth: number): readonly string[] {
  const [base, path] = name === "URL" ? [args[1] ?? "", args.slice(0, 1)] : [args[0] ?? "", args.slice(1)];
  const up = climb(path.join("/"));
  if (up === 0) return [];
  const allowed = allowedFrom(base, depth);
  return up > allowed ? [`“${path.join(", ")}” from ${base} leads out, or may`] : [];
}

function allowedFrom(base: string, depth: number): number {
  if (base === FILE_FOLDER || base === FILE_URL) return depth;
  return /\.resolve\("[^"]+"\)$/.test(base) ? 1 : 0;
}

function climb(path: string): number {
  return [...path.matchAll(/(?<![.\w])\.\.(?![.\w])/g)].length;
}

/** The calls that join paths. */
function callsIn(source: string): readonly Call[] {
  return [...source.matchAll(/\b(join|resolve|URL)\(/g)].map(({ 0: open, 1: name = "", index }) => ({
    name,
    args: argumentsAt(source, index + open.length),
  }));
}

/** The arguments between an opening bracket and the one that closes it, without blanks around them. */
function argumentsAt(source: string, from: number): readonly string[] {
  const args = [""];
  let depth = 0;
  for (const [token] of source
    .slice(from)
    .matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[\s\S]/g)) {
    if (/^[)\]}]$/.test(token) && depth-- === 0) break;
    if (/^[([{]$/.test(token)) depth++;
    if (token === "," && depth === 0) args.push("");
    else args[args.length - 1] += token;
  }
  return args.map((arg) => arg.trim()).filter((arg) => arg !== "");
}
