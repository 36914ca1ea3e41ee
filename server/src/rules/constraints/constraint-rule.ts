import { type Message, message } from "../../base/message.ts";
import type { ConstraintReading, ConstraintSpec, ValueCondition } from "../../schema/constraints.ts";
import { type Schema, schemaAt } from "../../schema/schema.ts";
import { type ConstraintTexts, constraintTexts } from "../../schema/schema-texts.ts";
import type { MapValue } from "../../schema/value.ts";
import type { Rule, RuleResult } from "../api/rule.ts";
import type { RuleContext, Subject } from "../api/rule-context.ts";
import { chainsBelow, mayBeEffectless } from "../shared/effectless.ts";
import type { ConstrainedEntry } from "./constrained-entry.ts";
import { resultsOf } from "./relations.ts";
import { examine, type MapChain } from "./value-at.ts";

/** The rule that holds a configuration to a constraint of the schema. */
export function constraintRule({ id, severity, readings }: ConstraintSpec): Rule {
  const bySchema = readings.map((reading) => ({
    reading,
    schema: schemaAt(reading.subject),
    mayFail: mayFailFor(reading),
  }));
  return {
    id,
    severity,
    on: [...new Set(readings.map(({ subject }) => subject.join(".")))],
    everyHeir: readings.some(({ relation }) => relation === "effect-only"),
    get docs() {
      return pageFor(id, textsOf(id));
    },
    check: (subject, context) => check(id, readingsFor(subject, bySchema), subject, context),
  };
}

function textsOf(id: string): ConstraintTexts {
  const texts = constraintTexts[id];
  if (!texts) throw new RangeError(`${id} has no texts`);
  return texts;
}

/** The page of a constraint, in the form of all rules' pages. */
function pageFor(id: string, { en, fr, source, bad, good }: ConstraintTexts): string {
  const example = (kind: string, text: string) => `\`\`\`yaml ${kind}\n${text}\`\`\``;
  const parts = [`# ${id}`, `**fr** ${fr}`, `**en** ${en}`, example("bad", bad), example("good", good)];
  return `${[...parts, `Source: ${source.join(", ")}.`].join("\n\n")}\n`;
}

/** A constraint at one place, with a quick look at whether a map may contradict it. */
interface PlannedReading {
  readonly reading: ConstraintReading;
  readonly schema: Schema | undefined;
  readonly mayFail: (section: MapValue) => boolean;
}

/** Settings that things share are examined in a whole section, most of which is the same as before an edit. */
function mayFailFor(reading: ConstraintReading): PlannedReading["mayFail"] {
  if (reading.relation !== "effect-only" || reading.below[0] !== "*") return () => true;
  const isPossible = mayBeEffectless(reading);
  return (section) => {
    for (const { value } of section.entries.values())
      if (value.kind === "map" && isPossible(value)) return true;
    return false;
  };
}

function* readingsFor({ value }: Subject, planned: readonly PlannedReading[]): Iterable<ConstraintReading> {
  const seen = new Set<string>();
  for (const { reading, schema, mayFail } of planned) {
    if (schema !== value.schema || !mayFail(value)) continue;
    const { below, keys, value: relation, only, unless } = reading;
    // Two places with one schema share its constraints.
    const same = JSON.stringify([below, keys, relation, only, unless]);
    if (seen.has(same)) continue;
    seen.add(same);
    yield reading;
  }
}

function* check(
  id: string,
  readings: Iterable<ConstraintReading>,
  { value }: Subject,
  context: RuleContext,
): Iterable<RuleResult> {
  for (const reading of readings) {
    const entries = chainsBelow([value], reading.below)
      .filter((chain) => isConcerned(reading, chain, context))
      .flatMap((chain) => entriesIn(chain, reading.keys, context));
    for (const result of resultsOf(reading, entries))
      yield { ...result, message: withReason(result.message, id) };
  }
}

/** Whether a constraint says anything of a map: all conditions of `only` are met there, and none of `unless`. */
function isConcerned({ only, unless }: ConstraintReading, chain: MapChain, context: RuleContext): boolean {
  const isMet = (condition: ValueCondition) => examine(condition, chain, context).met === true;
  return only.every(isMet) && !unless.some(isMet);
}

function withReason(text: Message, id: string): Message {
  const { en, fr } = textsOf(id);
  return message("{0} {1}", text, { en, fr });
}

function entriesIn(
  chain: MapChain,
  keys: readonly string[],
  context: RuleContext,
): readonly ConstrainedEntry[] {
  const map = chain.at(-1);
  return keys
    .flatMap((key) => (key === "*" ? [...(map?.entries.values() ?? [])] : (map?.entry(key) ?? [])))
    .map((entry) => ({ entry, chain, context }));
}
