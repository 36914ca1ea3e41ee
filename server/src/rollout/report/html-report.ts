import { dayInWords } from "../../base/day.ts";
import { type Html, html } from "../../base/html.ts";
import { type Language, type Localize, message } from "../../base/message.ts";
import type { StepState } from "../../checklist/state.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import { phases } from "../../schema/checklist.ts";
import type { Duty } from "../answerable.ts";
import { htmlEnd, htmlHead } from "../html-page.ts";
import { progressOf, type RolloutProgress, sumOf } from "../progress.ts";
import type { OpenStep } from "../standing.ts";
import { progressBar } from "./progress-bar.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { rightsTables } from "./rights-tables.ts";
import {
  answer,
  answerForAll,
  assigneesIn,
  BAR,
  byName,
  isReady,
  type ReportedStanding,
  type RolloutReport,
  reasonOf,
  rightsByEstablishment,
  TO_DO_MEANS,
  untilStart,
} from "./rollout-report.ts";
import { namesInShort, sharedSection } from "./shared-section.ts";

/** A report as one HTML page that needs nothing else: to be read, printed and handed on. It runs no script. */
export function htmlReport(report: RolloutReport, localize: Localize, language: Language): string {
  return new HtmlReport(byName(report, language), localize, language).page();
}

class HtmlReport {
  readonly #report: RolloutReport;
  readonly #localize: Localize;
  readonly #language: Language;

  constructor(report: RolloutReport, localize: Localize, language: Language) {
    this.#report = report;
    this.#localize = localize;
    this.#language = language;
  }

  page(): string {
    const { establishments } = this.#report;
    const [only, ...others] = establishments;
    const title =
      only && others.length === 0
        ? only.name
        : this.#localize(message("Rollout of {0} establishments", establishments.length));
    const content = only && others.length === 0 ? this.#single(only) : this.#several(title);
    const foot = html`<footer>
<p>${this.#localize(TO_DO_MEANS)}</p>
<p>${this.#localize(message("Made by Rentrée on {0} from the configuration: a step is done only if somebody said so, or a list of PRONOTE shows it.", dayInWords(this.#report.today)))}</p>
</footer>
`;
    return `${htmlHead(title, this.#language, REPORT_STYLE)}${content.text}\n${htmlEnd(foot.text)}`;
  }

  #single(one: ReportedStanding): Html {
    const { rights, duties } = one;
    return html`<header><h1>${one.name}</h1>${this.#subtitle(one)}
${this.#answerLine(one)}</header>
${this.#steps(message("What blocks"), one.blocked)}
${this.#steps(message("Overdue"), one.overdue)}
${this.#steps(message("What comes next"), one.next)}
${this.#assignees()}
<section><h2>${this.#localize(message("Progress by phase"))}</h2>${this.#phaseTable([one])}</section>
${rights.length > 0 && html`<section><h2>${this.#localize(message("Who may do what"))}</h2>${rightsTables(rights, this.#localize)}</section>`}
<section><h2>${this.#localize(message("Who answers for what"))}</h2>${this.#duties(duties)}</section>`;
  }

  #several(title: string): Html {
    const { establishments } = this.#report;
    return html`<header><h1>${title}</h1>
<p class="answer">${this.#localize(answerForAll(this.#report))}</p></header>
<section><h2>${this.#localize(message("Establishments and phases"))}</h2>${this.#heatMap()}</section>
${this.#assignees()}
${sharedSection(this.#report, this.#localize)}
<section><h2>${this.#localize(message("Progress by phase"))}</h2>${this.#phaseTable(establishments)}</section>
${this.#allRights()}
<section><h2>${this.#localize(message("Each establishment"))}</h2>
${establishments.map((one, at) => this.#establishment(one, at))}</section>`;
  }

  #establishment(one: ReportedStanding, at: number): Html {
    return html`<section class="one" id="e${at + 1}"><h3>${one.name}</h3>${this.#subtitle(one)}
${this.#answerLine(one)}
${progressBar(progressOf(one.states), this.#localize)}
${this.#steps(message("What blocks"), one.blocked, 4)}
${this.#steps(message("Overdue"), one.overdue, 4)}
${this.#steps(message("What comes next"), one.next, 4)}
${this.#duties(one.duties)}</section>
`;
  }

  #subtitle({ rne, year, folder }: ReportedStanding): Html {
    const parts = [rne, year, folder === "." ? undefined : folder].filter((part) => part !== undefined);
    return html`<p class="soft">${parts.join(" · ")}</p>`;
  }

  #answerLine(one: ReportedStanding): Html {
    const until = untilStart(one, this.#report.today);
    return html`<p class="answer ${isReady(one) ? "ready" : "open"}">${this.#localize(answer(one))}</p>
${until && html`<p class="soft">${this.#localize(until)}</p>`}`;
  }

  #steps(title: ReturnType<typeof message>, steps: readonly OpenStep[], level: 2 | 4 = 2): Html {
    if (steps.length === 0) return html``;
    const head = this.#localize(title);
    const list = steps.map((step) => {
      const { state, title, path, pour, avant } = step;
      const reason = reasonOf(step, this.#localize);
      return html`<li><span class="sign ${state}" aria-hidden="true">${STATE_SIGNS[state]}</span> <strong>${title}</strong> <span class="soft">(${this.#localize(STATE_WORDS[state])})</span>
${reason !== undefined && html`<span class="more">${reason}</span>`}
${path !== undefined && html`<span class="more">${this.#localize(message("{0}: {1}", "PRONOTE", path))}</span>`}
${(pour !== undefined || avant !== undefined) && html`<span class="more">${[pour, avant && this.#localize(dayInWords(avant))].filter(Boolean).join(" · ")}</span>`}</li>
`;
    });
    return level === 2
      ? html`<section><h2>${head}</h2><ul>${list}</ul></section>`
      : html`<h4>${head}</h4><ul>${list}</ul>`;
  }

  #assignees(): Html {
    const all = assigneesIn(this.#report);
    if (all.length === 0) return html``;
    const several = this.#report.establishments.length > 1;
    const rows = all.flatMap(({ person, steps }) =>
      steps.map(
        (
          step,
        ) => html`<tr><th scope="row">${person ?? this.#localize(message("nobody yet"))}</th>${several && html`<td>${step.establishment}</td>`}<td>${step.title}</td><td>${step.avant === undefined ? "" : this.#localize(dayInWords(step.avant))}${step.avant !== undefined && step.avant < this.#report.today && html` <strong class="late">${this.#localize(message("overdue"))}</strong>`}</td></tr>
`,
      ),
    );
    return html`<section><h2>${this.#localize(message("Who has to act, and until when"))}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${this.#localize(message("Who has to act, and until when"))}"><table class="plain"><thead><tr><th scope="col">${this.#localize(message("Who"))}</th>${several && html`<th scope="col">${this.#localize(message("Establishment"))}</th>`}<th scope="col">${this.#localize(message("Step"))}</th><th scope="col">${this.#localize(message("Until"))}</th></tr></thead><tbody>
${rows}</tbody></table></div></section>`;
  }

  #phaseTable(establishments: readonly ReportedStanding[]): Html {
    const of = (phase?: number) => sumOf(establishments.map(({ states }) => progressOf(states, phase)));
    const row = (title: string, progress: RolloutProgress) =>
      html`<tr><th scope="row">${title}</th><td class="number">${progress.settled}/${progress.total}</td><td class="bar">${progressBar(progress, this.#localize)}</td></tr>
`;
    const rows = phases.map(({ id, title }) => row(`${id}. ${this.#localize(title)}`, of(id)));
    return html`<p>${this.#legend()}</p>
<table class="plain phases"><thead><tr><th scope="col">${this.#localize(message("Phase"))}</th><th scope="col">${this.#localize(message("Settled"))}</th><th scope="col">${this.#localize(message("State of its steps"))}</th></tr></thead><tbody>
${rows}${row(this.#localize(message("All phases")), of())}</tbody></table>`;
  }

  #heatMap(): Html {
    const { establishments } = this.#report;
    const heads = phases.map(
      ({ id, title }) =>
        html`<th scope="col"><span class="turned">${id}. ${this.#localize(title)}</span></th>`,
    );
    const rows = establishments.map((one, at) => {
      const cells = phases.map(({ id }) => heatCell(progressOf(one.states, id)));
      const numbers = [one.errors, progressOf(one.states).counts["to-redo"] ?? 0, one.overdue.length];
      return html`<tr><th scope="row"><a href="#e${at + 1}">${one.name}</a></th>${cells}${heatCell(progressOf(one.states))}${numbers.map((count) => html`<td class="number">${count || ""}</td>`)}</tr>
`;
    });
    const sums = phases.map(({ id }) =>
      heatCell(sumOf(establishments.map(({ states }) => progressOf(states, id)))),
    );
    const total = (count: (one: ReportedStanding) => number) =>
      html`<td class="number">${establishments.reduce((sum, one) => sum + count(one), 0)}</td>`;
    const label = this.#localize(message("Steps settled, of those that apply"));
    return html`<p class="soft">${label}. ${STATE_SIGNS["blocked-by-error"]} ${this.#localize(STATE_WORDS["blocked-by-error"])}, ${STATE_SIGNS["to-redo"]} ${this.#localize(STATE_WORDS["to-redo"])}.</p>
<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="heat"><thead><tr><th scope="col">${this.#localize(message("Establishment"))}</th>${heads}${[message("All phases"), message("Errors"), message("To redo"), message("Overdue")].map((text) => html`<th scope="col"><span class="turned">${this.#localize(text)}</span></th>`)}</tr></thead><tbody>
${rows}</tbody><tfoot><tr><th scope="row">${this.#localize(message("Total"))}</th>${sums}${heatCell(sumOf(establishments.map(({ states }) => progressOf(states))))}${total(({ errors }) => errors)}${total(({ states }) => progressOf(states).counts["to-redo"] ?? 0)}${total(({ overdue }) => overdue.length)}</tr></tfoot></table></div>`;
  }

  #allRights(): Html {
    const groups = rightsByEstablishment(this.#report);
    if (groups.length === 0) return html``;
    const parts = groups.map(({ rights, establishments }) => {
      const names = namesInShort(establishments, this.#localize);
      return html`<h3>${names}</h3>${rightsTables(rights, this.#localize, names)}
`;
    });
    return html`<section><h2>${this.#localize(message("Who may do what"))}</h2>${parts}</section>`;
  }

  #duties(duties: readonly Duty[]): Html {
    const rows = duties.map(
      ({ duty, people }) =>
        html`<dt>${duty}</dt><dd>${people.length > 0 ? people.join(", ") : html`<span class="missing">${this.#localize(message("nobody yet"))}</span>`}</dd>
`,
    );
    return html`<dl>${rows}</dl>`;
  }

  #legend(): Html {
    const states = [...BAR, "not-applicable" as const];
    const colour = (state: StepState) =>
      html`<svg class="colour" viewBox="0 0 1 1" aria-hidden="true"><rect class="${state}" width="1" height="1"></rect></svg>`;
    return html`${states.map((state) => html`<span class="legend">${state !== "not-applicable" && colour(state)} <span class="sign ${state}" aria-hidden="true">${STATE_SIGNS[state]}</span> ${this.#localize(STATE_WORDS[state])}</span> `)}`;
  }
}

/** A cell of the heat map: the more is settled, the fuller its colour; the number says it too. */
function heatCell({ total, settled, counts }: RolloutProgress): Html {
  if (total === 0) return html`<td class="number soft">·</td>`;
  const level = settled === total ? 4 : Math.floor((settled / total) * 4);
  const signs = [
    (counts["blocked-by-error"] ?? 0) > 0 ? STATE_SIGNS["blocked-by-error"] : "",
    (counts["to-redo"] ?? 0) > 0 ? STATE_SIGNS["to-redo"] : "",
  ].join("");
  return html`<td class="number heat${level}">${settled}/${total}${signs && ` ${signs}`}</td>`;
}
