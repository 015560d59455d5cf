import { isAhead } from '../../audience/ahead.js';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Commitment, PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatDay, formatIsoDay, formatOnDay } from '../../time/day.js';
import { formatWhen } from '../../time/formatWhen.js';
import type { When } from '../../time/when.js';
import { describeZone } from '../../time/zone.js';
import { isSafeUrl } from '../../parse/safeUrl.js';
import { describeKept, describeState } from '../component/commitmentWords.js';
import { describeLength } from '../component/impactTable.js';
import { describePeriod } from '../component/period.js';
import { describeDays, showsClock } from '../component/whenWords.js';
import {
  absoluteLink,
  commitmentAddress,
  incidentAddress,
  incidentMarkdownAddress,
  type Address,
} from '../link.js';
import { item, list, paragraph, section, sentence, tableRow, words } from '../markdownNode.js';
import { createBlockNodes, createInlineNodes, writeMarkdown } from '../markdownTree.js';
import type { Output } from '../output.js';
import { replaceUncommon } from '../output.js';
import { bodySetting } from '../text.js';
import type { TextContext } from '../textTree.js';
import { capitalize } from '../words.js';
import type { Wording } from '../wording/wording.js';
import { describeDuration, describeLevels, impactOf, nameCategory } from './incidentWords.js';
import { titleUpdates } from './incidentReport.js';
import { describeDelay, listPhases } from './phases.js';
import { describeRecurrence, findRecurrence } from './related.js';
import { findUpdated } from './updated.js';

/** What the parts of a report are made with. */
interface Context {
  history: PublicHistory;
  wording: Wording;
  links: TextContext;
}

/**
 * The public report as Markdown, in the order of its page: for those who read it elsewhere, quote it or keep it. Every text of an author is
 * written as what it is read as on the page: a title that looks like a list stays a title.
 */
export function renderIncidentMarkdown(
  history: PublicHistory,
  incident: PublicIncident,
  wording: Wording,
  hasPage: (address: Address) => boolean,
): Output {
  const own = incidentAddress(incident.id);
  const context: Context = {
    history,
    wording,
    links: {
      // What a text leads to on its own page it leads to there: other readers make other names of headings.
      link: (to) => absoluteLink(history.site.url, to.startsWith('#') ? own + to : to),
      frame: { hasPage },
      wording,
    },
  };
  const nodes: RootContent[] = [
    { type: 'heading', depth: 1, children: [words(incident.title.trim())] },
    ...(incident.retracted === undefined
      ? createReport(incident, context)
      : createRetraction(incident.retracted, context)),
    ...createCorrections(incident, context),
    ...(incident.retracted === undefined ? createRelated(incident, context) : []),
    ...createFoot(incident, context),
  ];
  return { path: incidentMarkdownAddress(incident.id), content: replaceUncommon(writeMarkdown(nodes)) };
}

/** The files that `renderIncidentMarkdown` gives for a history. */
export function listIncidentMarkdown({ incidents }: PublicHistory): Address[] {
  return incidents.map(({ id }) => incidentMarkdownAddress(id));
}

function createReport(incident: PublicIncident, context: Context): RootContent[] {
  const { wording, links } = context;
  const { summary, numbers, remediation, questions, body, updates } = incident;
  const incidentWords = wording.incident;
  const recurrence = findRecurrence(context.history, incident);
  const said = section(
    titleUpdates(incident, incidentWords),
    updates?.length
      ? [
          list(
            updates.map(({ at, state, text }) =>
              timedItem(formatWhen(at, wording.time), state, text, context),
            ),
          ),
        ]
      : [],
  );
  return [
    createFacts(incident, context),
    ...zoneSentence(incident, context),
    ...(summary === undefined ? [] : [paragraph(createInlineNodes(summary, links))]),
    ...(incident.preliminary && !isAhead(incident)
      ? [sentence(incident.ongoing ? incidentWords.ongoingNote : incidentWords.preliminaryNote)]
      : []),
    ...(recurrence === undefined ? [] : [sentence(describeRecurrence(recurrence, wording).join(' '))]),
    ...(incident.ongoing ? said : []),
    ...createImpact(incident, context),
    ...section(
      wording.impact.numbers,
      numbers?.length
        ? [list(numbers.map(({ label, value }) => item([words(`${label}: ${value}`.trim())])))]
        : [],
    ),
    ...createCourse(incident, context),
    ...createCauses(incident, context),
    ...section(
      incidentWords.promised,
      remediation?.length
        ? [
            sentence(describeKept(remediation, wording)),
            list(remediation.map((commitment) => createCommitment(commitment, context))),
          ]
        : [],
    ),
    ...section(
      incidentWords.report,
      body.sections.length === 0
        ? []
        : createBlockNodes(body.text, links, { ...bodySetting(body, 3), prefix: 'report-' }),
    ),
    ...(incident.ongoing ? [] : said),
    ...section(
      incidentWords.questions,
      (questions ?? []).flatMap(({ date, question, answer }, index) => [
        paragraph([
          ...(date === undefined ? [] : [words(`${formatDay(date, wording.time)}: `)]),
          ...(question === undefined
            ? []
            : [{ type: 'strong' as const, children: createInlineNodes(question, links) }]),
        ]),
        ...(answer === undefined
          ? []
          : createBlockNodes(answer, links, { top: 3, prefix: `answer-${index + 1}-` })),
      ]),
    ),
  ];
}

/** The strip of facts of the page, one a line. */
function createFacts(incident: PublicIncident, { wording }: Context): RootContent {
  const { incident: own, impact } = wording;
  const { severity, kind, remediation, scheduled } = incident;
  const services = new Set((incident.impact ?? []).map(({ service }) => service.name));
  const degree = describeLevels(incident, undefined, wording);
  const duration = describeDuration(incident, undefined, wording);
  const ahead = isAhead(incident);
  const facts: [label: string, value: string | undefined][] = [
    [own.what, [kind === 'incident' && degree !== '' ? '' : (ahead ? own.plannedKinds : own.kinds)[kind], degree].filter(Boolean).join(', ')], // prettier-ignore
    [own.severity, severity?.label],
    [own.forWhom, services.size === 0 ? undefined : [...services].join(', ')],
    ...listPhases(incident, wording).map(({ label, when }): [string, string] => [
      label,
      when === undefined
        ? wording.time.timeUnknown
        : [formatWhen(when, wording.time), describeDelay(incident.started, when, wording) ?? ''].filter(Boolean).join(', '), // prettier-ignore
    ]),
    [own.planned, scheduled && describePeriod(scheduled.from, scheduled.to, wording)],
    [own.howLong, ahead ? undefined : duration === undefined ? impact.notKnown : duration],
    [
      own.fixes,
      remediation === undefined
        ? incident.preliminary && !ahead
          ? own.reportFollows
          : undefined
        : describeKept(remediation, wording),
    ],
  ];
  return list(
    facts.flatMap(([label, value]) =>
      value === undefined
        ? []
        : [item([{ type: 'strong', children: [words(`${label}:`)] }, words(` ${capitalize(value)}`)])],
    ),
  );
}

function zoneSentence(incident: PublicIncident, { wording }: Context): RootContent[] {
  const { started, zone, impact = [], timeline = [], updates = [] } = incident;
  const times = [
    started,
    ...impact.flatMap(({ from, to }) => [from, to]),
    ...timeline.flatMap(({ at, until }) => [at, until]),
    ...updates.map(({ at }) => at),
  ];
  if (!showsClock(times)) return [];
  return [
    sentence(
      started.axis === 'days'
        ? `${wording.incident.countedDays}.`
        : wording.incident.timesIn(describeZone(zone, started.anchor, wording.time)),
    ),
  ];
}

function createImpact(incident: PublicIncident, { wording, links }: Context): RootContent[] {
  const rows = impactOf(incident);
  const { impact } = wording;
  if (rows.length === 0) return [];
  const table: RootContent = {
    type: 'table',
    children: [
      tableRow([impact.service, impact.degree, impact.when, impact.howLong].map((text) => [words(text)])),
      ...rows.map((row) =>
        tableRow([
          [words(row.service.name)],
          [words(impact.levels[row.level])],
          [words(row.to === undefined && row.lasted === undefined ? impact.since(formatWhen(row.from, wording.time)) : describePeriod(row.from, row.to, wording))], // prettier-ignore
          [words(describeLength(row, wording))],
        ]),
      ),
    ],
  };
  const details = rows.flatMap(({ service, affected, share, where, note }) => {
    const parts: [string, PhrasingContent[]][] = [
      ...(affected === undefined ? [] : [[impact.affected, createInlineNodes(affected, links)] as [string, PhrasingContent[]]]), // prettier-ignore
      ...(share === undefined ? [] : [[impact.share, [words(share)]] as [string, PhrasingContent[]]]),
      ...(where.length === 0 ? [] : [[impact.where, [words(where.join(', '))]] as [string, PhrasingContent[]]]), // prettier-ignore
      ...(note === undefined ? [] : [[impact.note, createInlineNodes(note, links)] as [string, PhrasingContent[]]]), // prettier-ignore
    ];
    if (parts.length === 0) return [];
    const children = parts.map(([label, nodes]) => item([words(`${label}: `), ...nodes]));
    return [item([words(service.name)], [list(children)])];
  });
  const title = isAhead(incident) ? impact.titleAhead : impact.title;
  return section(title, [table, ...(details.length === 0 ? [] : [list(details)])]);
}

function createCourse(incident: PublicIncident, context: Context): RootContent[] {
  const { timeline, detection } = incident;
  const { incident: own } = context.wording;
  return section(timeline?.length ? own.whatHappened : own.howNoticed, [
    ...(detection?.note === undefined ? [] : [paragraph(createInlineNodes(detection.note, context.links))]),
    ...(timeline?.length
      ? [
          list(
            timeline.map(({ at, until, kind, text }) =>
              timedItem(at && describePeriod(at, until, context.wording), kind, text, context),
            ),
          ),
        ]
      : []),
  ]);
}

/** An entry of a timeline: when, what kind of thing it was, and its text. */
function timedItem(time: string | undefined, kind: string, text: string, context: Context): ListItem {
  const kinds: Readonly<Record<string, string>> = context.wording.timeline.kinds;
  const name = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return item([
    ...(time === undefined ? [] : [{ type: 'strong' as const, children: [words(time)] }, words(': ')]),
    ...(name === undefined ? [] : [{ type: 'emphasis' as const, children: [words(`${name}.`)] }, words(' ')]),
    ...createInlineNodes(text, context.links),
  ]);
}

function createCauses({ causes, provider }: PublicIncident, { wording, links }: Context): RootContent[] {
  const { incident: own } = wording;
  return section(own.why, [
    ...(provider === undefined
      ? []
      : [
          paragraph([
            words(`${own.provider}: `),
            provider.url !== undefined && isSafeUrl(provider.url)
              ? { type: 'link', url: provider.url, children: [words(provider.name)] }
              : words(provider.name),
          ]),
        ]),
    ...(causes?.length
      ? [
          list(
            causes.map(({ id, kind, category, text }) =>
              item([
                {
                  type: 'strong',
                  children: [
                    words(`${[own.causes[kind], ...(category === undefined ? [] : [nameCategory(category, wording)]), id].join(', ')}:`), // prettier-ignore
                  ],
                },
                words(' '),
                ...createInlineNodes(text, links),
              ]),
            ),
          ),
        ]
      : []),
  ]);
}

/** A promise with its state, its dates and what was said about it. */
function createCommitment(commitment: Commitment, { wording, links, history }: Context): ListItem {
  const { commitment: own, time } = wording;
  const { id, title, due, moved, doneWhen, reason, verified, addresses, supersededBy } = commitment;
  const first = moved[0]?.from;
  const successor =
    supersededBy &&
    history.commitments.find(
      (one) => one.id === supersededBy.id && one.incident.id === supersededBy.incident,
    );
  const details: PhrasingContent[][] = [
    [words(describeState(commitment, wording))],
    [
      words(
        [
          due === undefined ? own.noDate : `${own.due(due.precision)} ${formatDay(due, time)}`,
          ...(first === undefined ? [] : [`${own.firstDue(first.precision)} ${formatDay(first, time)}`]),
          ...(moved.length > 1 ? [own.moved(moved.length)] : []),
        ].join(', '),
      ),
    ],
    ...(reason === undefined ? [] : [[words(`${own.reason} `), ...createInlineNodes(reason, links)]]),
    ...(supersededBy === undefined
      ? []
      : [
          [
            words(`${own.replacedBy} `),
            {
              type: 'link' as const,
              url: links.link(commitmentAddress(supersededBy.incident, supersededBy.id)),
              children: [words(successor?.title ?? supersededBy.id)],
            },
          ],
        ]),
    ...(doneWhen === undefined ? [] : [[words(`${own.doneWhen} `), ...createInlineNodes(doneWhen, links)]]),
    ...(verified === undefined
      ? []
      : [[words(own.checked(formatOnDay(verified.date, time), verified.result))]]), // prettier-ignore
    ...(addresses.length === 0 ? [] : [[words(`${own.answers(addresses.length)} ${addresses.join(', ')}`)]]),
  ];
  return item(
    [{ type: 'strong', children: [words(`${id}: ${title}`)] }],
    [list(details.map((nodes) => item(nodes)))],
  );
}

function createRetraction(
  { date, text }: NonNullable<PublicIncident['retracted']>,
  { wording, links }: Context,
): RootContent[] {
  return section(wording.incident.retracted, [
    sentence(wording.incident.retractedOn(formatOnDay(date, wording.time))),
    paragraph(createInlineNodes(text, links)),
  ]);
}

function createCorrections({ corrections }: PublicIncident, { wording, links }: Context): RootContent[] {
  return section(
    wording.incident.corrections,
    corrections.length === 0
      ? []
      : [
          list(
            corrections.map(({ date, text }) =>
              item([
                { type: 'strong', children: [words(`${formatDay(date, wording.time)}:`)] },
                words(' '),
                ...createInlineNodes(text, links),
              ]),
            ),
          ),
        ],
  );
}

function createRelated(incident: PublicIncident, { wording, links, history }: Context): RootContent[] {
  const { related = [] } = incident;
  const recurrence = findRecurrence(history, incident);
  const own = wording.incident;
  const told = new Set(related.map((relation) => relation.incident.id));
  const others = (recurrence?.earlier ?? []).filter((one) => !told.has(one.incident.id));
  const link = (how: string, other: { id: string; title: string; started: When }): ListItem => {
    const day = other.started.axis === 'calendar' ? describeDays(other.started, wording.time) : undefined;
    return item([
      words(`${how}: `),
      { type: 'link', url: links.link(incidentAddress(other.id)), children: [words(other.title)] },
      ...(day === undefined ? [] : [words(`, ${day}`)]),
    ]);
  };
  const items = [
    ...related.map((relation) => link(own.relations[relation.how], relation.incident)),
    ...others.map((one) => link(own.earlier, one.incident)),
  ];
  const open = (recurrence?.open ?? []).map((commitment) =>
    item([
      {
        type: 'link',
        url: links.link(commitmentAddress(commitment.incident.id, commitment.id)),
        children: [words(commitment.title)],
      },
      words(`: ${describeState(commitment, wording)}`),
    ]),
  );
  return section(own.related, [
    ...(items.length === 0 ? [] : [list(items)]),
    ...(open.length === 0 ? [] : [sentence(`${own.stillOpen}:`), list(open)]),
  ]);
}

/** As at the foot of the page, and the way to it. */
function createFoot(incident: PublicIncident, { wording, links, history }: Context): RootContent[] {
  const { incident: own, time } = wording;
  const last = findUpdated(incident, history.asOf).slice(0, 10);
  const dates = [
    own.published(formatOnDay(incident.since, time)),
    ...(last > incident.since.last ? [own.changed(time.onDay(formatIsoDay(last, time)))] : []),
    own.shownAsOf(formatIsoDay(history.asOf, time)),
  ];
  return [
    { type: 'thematicBreak' },
    ...(incident.signed === undefined ? [] : [sentence(incident.signed)]),
    paragraph([
      words(`${dates.join(', ')}. `),
      { type: 'link', url: links.link(incidentAddress(incident.id)), children: [words(own.asPage)] },
    ]),
  ];
}
