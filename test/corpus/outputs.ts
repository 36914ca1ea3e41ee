import type { Range } from "vscode-languageserver-types";
import { finished } from "../../server/src/base/finished.ts";
import { checkFormats } from "../../server/src/cli/check-formats/formats.ts";
import { checklistFormats } from "../../server/src/cli/checklist-formats/formats.ts";
import type { OutputFormat, OutputFormats } from "../../server/src/cli/output-format.ts";
import { planFormats } from "../../server/src/cli/plan-formats/formats.ts";
import { reportFormats } from "../../server/src/cli/report-formats.ts";
import { checklist } from "../../server/src/features/checklist.ts";
import { codeActions } from "../../server/src/features/code-actions.ts";
import { codeLenses, lensCommand } from "../../server/src/features/code-lens.ts";
import { compare } from "../../server/src/features/comparison/compare.ts";
import { completion } from "../../server/src/features/completion.ts";
import type { AtPosition, Context } from "../../server/src/features/context.ts";
import { declaration, definition } from "../../server/src/features/definition.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { documentLinks } from "../../server/src/features/document-links.ts";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { effective, effectiveAt } from "../../server/src/features/effective.ts";
import { fleet } from "../../server/src/features/fleet.ts";
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from "../../server/src/features/hierarchy/call-hierarchy.ts";
import type { HierarchyItem } from "../../server/src/features/hierarchy/subject.ts";
import {
  prepareTypeHierarchy,
  subtypes,
  supertypes,
} from "../../server/src/features/hierarchy/type-hierarchy.ts";
import { hover } from "../../server/src/features/hover.ts";
import { planExports } from "../../server/src/features/import-exports.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { newEstablishmentHints } from "../../server/src/features/new-establishment-hints.ts";
import { planIn } from "../../server/src/features/plan.ts";
import type { LensData } from "../../server/src/features/protocol.ts";
import { report } from "../../server/src/features/report.ts";
import { stepDetails } from "../../server/src/features/step-details.ts";
import { tickPreview } from "../../server/src/features/tick-preview.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { items } from "../../server/src/schema/checklist.ts";
import { findingsOf } from "../support/analysis.ts";
import { ROOT } from "../support/fixture.ts";
import { importRequest, sourceOf } from "../support/import.ts";
import { encoded, stsEmpXml } from "../support/school-exports.ts";

type CommandLine = readonly [command: string, ...args: string[]];

/** Each way to print what the configurations of a folder say: a command, and its arguments. */
export const OUTPUTS: readonly CommandLine[] = [
  ...inAll(checkFormats, "check"),
  ["check", "--summary"],
  ["check", "--fix-dry-run"],
  ...inAll(checklistFormats, "checklist"),
  ...inAll(checklistFormats, "checklist", "--todo", "--phase", "1"),
  ...inAll(planFormats, "plan"),
  ...inAll(reportFormats, "report"),
  ["effective"],
  ["effective", "--no-origins"],
  ["format", "--check"],
];

function inAll(formats: OutputFormats<OutputFormat<unknown>>, ...line: CommandLine): readonly CommandLine[] {
  return formats.map(({ name }) => [...line, "--format", name] as const);
}

/** What is asked of a file: at each place, or of all of it. */
interface Asked {
  readonly context: Context;
  readonly places: readonly AtPosition[];
  readonly range: Range;
}

/** Lists of PRONOTE with something of everything, so that all that is written differs. */
const LISTS = [
  "NOM\tNIVEAU\tPRINCIPAUX\n6E9\t6EME\tM. MARTIN\n",
  "NOM\tPRENOM\tDISCIPLINE\nMARTIN\tAlice\t\n",
  "Code\tLibellé\nFRANC\tFrançais\n",
];
const ESTABLISHMENT = { establishment: ROOT };

/** Each answer of the server that holds text, by what it is of. */
export const ANSWERS: { readonly [name: string]: (asked: Asked) => unknown } = {
  diagnostics: ({ context }) =>
    diagnostics(context, [...findingsOf(context.workspace).values()].flat().filter(isIn(context))),
  hover: ({ context, places }) => places.map((at) => hover(context, at)),
  completion: ({ context, places }) => places.map((at) => completion(context, at)),
  definitions: ({ context, places }) =>
    places.map((at) => [definition(context, at), declaration(context, at)]),
  symbols: ({ context }) => [documentSymbols(context), workspaceSymbols(context, { query: "" })],
  "code actions": ({ context, range }) => codeActions(context, { range, context: {} }),
  links: ({ context }) => documentLinks(context),
  lenses: ({ context }) => codeLenses(context).map(({ data }) => lensCommand(context, data as LensData)),
  "inlay hints": ({ context, range }) =>
    inlayHints({ ...context, shown: { ...context.shown, inlayHints: "all" } }, { range }),
  "call hierarchy": ({ context, places }) =>
    related(
      places.flatMap((at) => prepareCallHierarchy(context, at) ?? []),
      (params) => [incomingCalls(context, params), outgoingCalls(context, params)],
    ),
  "type hierarchy": ({ context, places }) =>
    related(
      places.flatMap((at) => prepareTypeHierarchy(context, at) ?? []),
      (params) => [supertypes(context, params), subtypes(context, params)],
    ),
  "effective values": ({ context, places }) => [
    finished(effective(context, ESTABLISHMENT)),
    finished(effective(context, { ...ESTABLISHMENT, origins: false })),
    places.map((at) => effectiveAt(context, at)),
  ],
  checklist: ({ context }) => [
    checklist(context.workspace.snapshots, context),
    items.map(({ slug }) => stepDetails(context, { ...ESTABLISHMENT, slug })),
    tickPreview(context, { action: "fait", steps: items.map(({ slug }) => ({ ...ESTABLISHMENT, slug })) }),
  ],
  plan: ({ context }) => planIn(context.workspace, ESTABLISHMENT, context),
  overview: ({ context }) => ended(fleet(context, findingsOf(context.workspace))),
  report: ({ context }) =>
    (["html", "md", "json"] as const).map((format) =>
      ended(report(context, findingsOf(context.workspace), { format })),
    ),
  comparison: ({ context }) => LISTS.map((text) => finished(compare(context, { text, uri: ROOT }))),
  import: ({ context }) => planExports(context, IMPORT),
  "new establishment": ({ context }) =>
    newEstablishmentHints(context, { parent: ROOT, models: true }, undefined),
};

const IMPORT = importRequest({ sources: [{ name: "sts.xml" }], ...ESTABLISHMENT }, [
  sourceOf("sts.xml", encoded(stsEmpXml(), "iso-8859-15")),
]);

function isIn({ file }: Context) {
  return ({ at }: { readonly at: { readonly block: { readonly uri: string } } }) => at.block.uri === file.uri;
}

function related(
  found: readonly object[],
  of: (params: { readonly item: HierarchyItem }) => unknown,
): readonly unknown[] {
  return found.map((item) => [item, of({ item: item as HierarchyItem })]);
}

function ended<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
