/** A call as it is written: what is called, and the source of each argument. */
interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** Paths are `../../x` and the like; three dots are something else. */
const CHAIN = /(?<![.\w])(?:\.\.\/)*\.\.(?=[/"'`\s)]|$)/gm;
const FILE_FOLDER = "import.meta.dirname";
const FILE_URL = "import.meta.url";

/**
 * What a source says that leads out of the repository, or could: one line for each. `depth` tells how many folders the
 * file lies below the root.
 *
 * A path that climbs is one from the folder of the file that says it, so that it can be judged where it stands: an
 * import, or what is joined to `import.meta.dirname` or `import.meta.url` itself. From anything else (a constant, the
 * working folder) nothing climbs; of a package that was resolved, its own folder may be named. What climbs by `dirname`
 * is not seen.
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

/** The calls that make a path of parts. */
function callsIn(source: string): readonly Call[] {
  return [...source.matchAll(/\b(join|resolve|URL)\(/g)].map(({ 0: open, 1: name = "", index }) => ({
    name,
    args: argumentsAt(source, index + open.length),
  }));
}

/** The arguments from behind an opening bracket up to the one that closes it, without space around them. */
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
