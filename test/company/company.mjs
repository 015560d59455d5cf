// A company of any size in our format: the same files, byte for byte, for the same numbers. What it writes is plausible
// and has everything that trackers must cope with: work without owner or date, moved dates, recurrences, drafts.
import {
  affected,
  mechanisms,
  people,
  priorities,
  reasons,
  services,
  severities,
  symptoms,
  teams,
} from './words.mjs';

/** The day on which this company is looked at. */
export const asOf = '2026-11-22';

const today = dayNumber(asOf);
const years = 5;

/**
 * The files of the company's project, by their paths.
 * @param {number} [size] how many incidents
 * @param {number} [seed]
 * @returns {Map<string, string>}
 */
export function createCompany(size = 300, seed = 1) {
  const dice = createDice(seed);
  const starts = Array.from(
    { length: size },
    () => today - Math.floor(dice.next() ** 1.3 * years * 365),
  ).toSorted((a, b) => a - b);
  /** @type {Map<string, string>} */
  const files = new Map([['site/site.yaml', createSite()]]);
  /** @type {Told[]} */
  const told = [];
  for (const [index, start] of starts.entries()) {
    const { id, text } = createIncident(index, start, told, dice);
    files.set(`incidents/${id.slice(0, 4)}/${id}.md`, text);
  }
  return files;
}

/**
 * @typedef {{ id: string, mechanism: number, service: string, start: number, items: string[] }} Told what later incidents refer to
 * @typedef {ReturnType<typeof createDice>} Dice
 */

/**
 * @param {number} index
 * @param {number} start day number
 * @param {Told[]} told
 * @param {Dice} dice
 */
function createIncident(index, start, told, dice) {
  const service = dice.pick(services);
  const [symptom = '', level = ''] = dice.pick(symptoms);
  const chosen = Math.floor(dice.next() * mechanisms.length);
  const mechanism = mechanisms[chosen] ?? mechanisms[0];
  if (!mechanism) throw new Error('no mechanism');
  const kind =
    mechanism.category === 'security'
      ? 'security'
      : dice.weigh({ incident: 86, 'near-miss': 9, maintenance: 5 });
  const severity =
    kind === 'near-miss' ? 'notice' : dice.weigh(Object.fromEntries(severities.map((s) => [s.id, s.often])));
  const id = `${isoDay(start)}-${service.id}-${index}`;
  const age = today - start;
  const begin = start * 1440 + 300 + dice.upTo(900);
  const noticed = begin + dice.upTo(40);
  const calmed = noticed + Math.ceil(6 * Math.exp(dice.next() * 5.4));
  const over = calmed + dice.upTo(600);
  const isOngoing = over / 1440 >= today || (age < 4 && dice.chance(0.5));
  const status =
    isOngoing || age < 3
      ? 'draft'
      : age < 25
        ? dice.weigh({ draft: 3, review: 2, final: 3 })
        : dice.weigh({ final: 96, review: 2, draft: 2 });
  const author = dice.pick(people);
  const review = Math.floor(over / 1440) + 1 + dice.upTo(8);
  const isReviewed = status !== 'draft' && review <= today;
  const finished = Math.min(today, review + dice.upTo(dice.chance(0.8) ? 4 : 30));
  const title = `${service.name} ${symptom} on ${dayInWords(start)}`;
  const causes = mechanism.causes.map((text, at) => ({
    id: `C${at + 1}`,
    kind: ['trigger', 'root', 'contributing'][at],
    category: mechanism.category,
    text,
    ...(at === 2 && dice.chance(0.1) && { internal: true }),
  }));
  const earlier = told.findLast((one) => one.mechanism === chosen && one.service === service.id);
  const isAbandoned = age > 1200 && dice.chance(0.06);
  const items =
    status === 'draft' && dice.chance(0.4)
      ? []
      : createItems({
          mechanism,
          from: isReviewed ? review : Math.floor(over / 1440),
          service,
          severity,
          earlier,
          causes: isOngoing ? [] : causes,
          dice,
        });
  const isPublic =
    !service.internal &&
    kind !== 'near-miss' &&
    (isOngoing ? severity !== 'notice' : status === 'final' && dice.chance(0.7));
  const undated = items.find((item) => !('due' in item) && item.state === 'open');
  const length = spanInWords(calmed - begin);
  const frontMatter = {
    title,
    severity,
    kind,
    status,
    started: clock(begin),
    detected: clock(noticed),
    ...(isOngoing ? {} : { mitigated: clock(calmed), resolved: clock(over) }),
    ...(status === 'final' && { finished: isoDay(finished) }),
    summary: isOngoing
      ? `Since the ${dayInWords(start)} ${service.name} is not as it ought to be. We are looking for the cause.`
      : `${service.name} ${symptom} for ${length}. ${mechanism.causes[0]}`,
    detection: { by: dice.weigh({ monitoring: 5, staff: 2, customer: 3 }) },
    impact:
      kind === 'near-miss'
        ? []
        : [
            {
              service: service.id,
              level: kind === 'security' ? 'exposure' : level,
              affected: dice.pick(affected),
            },
          ],
    ...(isOngoing ? {} : { causes }),
    timeline: [
      { at: clock(begin), kind: 'started', text: `The first sign: ${service.name} ${symptom}.` },
      { at: clock(noticed), kind: 'detected', text: 'The people on call look at it.' },
      ...(isOngoing
        ? []
        : [
            { at: clock(calmed), kind: 'mitigated', text: `It no longer hurts, ${length} after it began.` },
            { at: clock(over), kind: 'resolved', text: 'All figures are as on an ordinary day.' },
          ]),
    ],
    ...(items.length > 0 && { remediation: items }),
    ...(isAbandoned && { last_told: isoDay(Math.min(today, finished + 30)) }),
    ...(isPublic && {
      updates: [
        { at: clock(noticed + 1), state: 'investigating', text: 'We know of it and look for the cause.' },
      ],
    }),
    ...(earlier &&
      dice.chance(0.6) && {
        related: [{ id: earlier.id, how: dice.chance(0.8) ? 'recurrence-of' : 'same-cause' }],
      }),
    ...(kind === 'maintenance' && {
      scheduled: { from: clock(begin), to: clock(begin + 120), announced: isoDay(start - 10) },
    }),
    ...(isPublic && {
      public: {
        since: isoDay(
          isOngoing
            ? start
            : age < 30 && dice.chance(0.5)
              ? today + 3 + dice.upTo(12)
              : Math.min(today, finished + dice.upTo(12)),
        ),
        show: isOngoing
          ? ['summary', 'impact', 'updates']
          : ['summary', 'impact', 'detection', 'causes', 'timeline', 'remediation', 'updates'],
        ...(isOngoing ? {} : { sections: ['What happened'] }),
        withheld: ['Notes for ourselves'],
      },
    }),
    authors: [author.id],
    roles: { commander: dice.pick(people).id, scribe: author.id },
    ...(isReviewed && { review: { date: isoDay(review), attended: [author.id] } }),
    tags: [mechanism.category],
    ...(undated &&
      dice.chance(0.4) && {
        waive: [
          {
            rule: 'due-missing',
            at: undated.id,
            reason: 'It waits for the budget of next year.',
            by: author.id,
            until: isoDay(today + dice.upTo(90)),
          },
        ],
      }),
  };
  told.push({ id, mechanism: chosen, service: service.id, start, items: items.map((item) => item.id) });
  const body = isOngoing ? '' : `## What happened\n\n${mechanism.causes.join('\n')}\n\n`;
  const notes = `## Notes for ourselves\n\nThe room for such calls was free. The graphs lay on the second screen.\n`;
  return { id, text: `---\n${writeMap(frontMatter, '')}---\n\n${body}${notes}` };
}

/**
 * @param {{ mechanism: typeof mechanisms[number], from: number, service: typeof services[number], severity: string, earlier: Told | undefined, causes: { id: string }[], dice: Dice }} about
 */
function createItems({ mechanism, from, service, severity, earlier, causes, dice }) {
  const own = people.filter((person) => person.team === service.team);
  const count = Math.min(mechanism.fixes.length, 4 + dice.upTo(2));
  return dice
    .shuffle(mechanism.fixes)
    .slice(0, count)
    .map(([type, title], index) => {
      const cause = causes[index % causes.length];
      const opened = Math.min(today, from + dice.upTo(6));
      const priority =
        priorities[
          Math.min(
            3,
            Math.floor((severity === 'critical' ? 0 : severity === 'major' ? 1 : 2) + dice.next() * 2),
          )
        ];
      const wait = [10, 21, 50, 100][priorities.indexOf(priority ?? 'P3')] ?? 50;
      const firstDue = opened + Math.ceil(wait * (0.5 + dice.next()));
      const moves = dice.weigh({ 0: 72, 1: 18, 2: 7, 3: 3 });
      const dues = [firstDue];
      for (let move = 0; move < Number(moves); move++) dues.push((dues.at(-1) ?? 0) + 14 + dice.upTo(60));
      const due = dues.at(-1) ?? firstDue;
      const late = dice.chance(0.6) ? -dice.upTo(wait / 2) : dice.upTo(90);
      const done = Math.max(opened, due + late);
      let state = dice.weigh({
        done: 80,
        'wont-do': 6,
        superseded: 3,
        'in-progress': 4,
        open: 5,
        blocked: 2,
      });
      if (state === 'done' && done > today) state = dice.weigh({ open: 5, 'in-progress': 4, blocked: 1 });
      if (opened > today - 20 && dice.chance(0.15)) state = 'proposed';
      if (state === 'open' && dice.chance(0.12)) state = 'proposed';
      const replacement = state === 'superseded' ? earlier?.items[0] : undefined;
      if (state === 'superseded' && !replacement) state = 'open';
      const known = dues.slice(0, -1).filter((_, at) => (dues[at] ?? 0) - 2 <= today);
      const isDated = state === 'done' ? dice.chance(0.97) : dice.chance(0.9);
      const owner = dice.chance(0.86)
        ? (dice.chance(0.85) ? dice.pick(own) : dice.pick(people)).id
        : undefined;
      const latest = known.length === dues.length - 1 ? due : (dues[known.length] ?? due);
      return {
        id: `R${index + 1}`,
        title,
        type,
        ...(dice.chance(0.93) && { priority }),
        state,
        ...(owner
          ? { owner: dice.chance(0.08) ? service.team : owner }
          : dice.chance(0.5)
            ? { team: service.team }
            : {}),
        opened: isoDay(opened),
        ...(isDated && {
          due: dice.chance(0.06) && known.length === 0 ? isoDay(latest).slice(0, 7) : isoDay(latest),
        }),
        ...(isDated &&
          known.length > 0 && {
            moved: known.map((day) => ({
              from: isoDay(day),
              date: isoDay(Math.min(today, Math.max(opened, day - 2))),
              reason: dice.pick(reasons.moved),
            })),
          }),
        ...(state === 'done' && { done: dice.chance(0.03) ? 'unknown' : isoDay(done) }),
        ...(dice.chance(0.5) && { done_when: 'A drill shows it.' }),
        ...(state === 'done' &&
          done + 60 < today &&
          dice.chance(0.35) && {
            verified: {
              date: isoDay(done + 30 + dice.upTo(25)),
              result: dice.weigh({ effective: 7, ineffective: 1, unclear: 2 }),
            },
          }),
        ...(dice.chance(0.6) && { ticket: `TH-${1000 + dice.upTo(100_000_000)}` }),
        ...(cause && dice.chance(0.85) && { addresses: [cause.id] }),
        ...(state === 'wont-do' && { reason: dice.pick(reasons.dropped) }),
        ...(replacement && earlier && { superseded_by: `${earlier.id}#${replacement}` }),
      };
    });
}

function createSite() {
  return writeMap(
    {
      format: 1,
      title: 'Ternhaven Lines incident history',
      url: 'https://status.ternhaven.example/',
      // Where clocks never change, so that a test may reckon without knowing of time zones.
      timezone: 'Atlantic/Reykjavik',
      severities: severities.map(({ often: _often, ...severity }) => severity),
      priorities,
      services,
      teams: teams.map((id) => ({ id, name: `${id[0]?.toUpperCase()}${id.slice(1)}` })),
      people: people.map((person) => ({ ...person, email: `${person.id}@ternhaven.example` })),
      categories: mechanisms.map(({ category }) => category),
      tickets: { TH: 'https://tickets.ternhaven.example/browse/TH-{id}' },
      // Only the tool itself can write those texts.
      rules: { 'public-text-missing': 'off' },
      policies: [
        { preset: 'pagerduty', severity: ['critical'] },
        {
          id: 'lasting-fixes',
          when: { severity: ['critical', 'major'], kind: ['incident', 'security'], since: '2025-01-01' },
          require: {
            remediation: { min: 1, types: ['prevent', 'detect'], each: ['owner', 'due'] },
            finished_within: '15bd',
          },
          level: 'warning',
        },
      ],
    },
    '',
  );
}

/**
 * Block YAML of plain data.
 * @param {object} map
 * @param {string} indent
 * @returns {string}
 */
function writeMap(map, indent) {
  return Object.entries(map)
    .map(([key, value]) => `${indent}${key}:${writeValue(value, indent)}`)
    .join('');
}

/**
 * @param {unknown} value
 * @param {string} indent of the key it belongs to
 * @returns {string}
 */
function writeValue(value, indent) {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object')) return ` [${value.map(writeScalar).join(', ')}]\n`;
    return `\n${value.map((one) => `${indent}  - ${writeMap(one, `${indent}    `).trimStart()}`).join('')}`;
  }
  if (value && typeof value === 'object') return `\n${writeMap(value, `${indent}  `)}`;
  if (typeof value === 'string' && /[.?!]$/.test(value)) return ` >\n${indent}  ${value}\n`;
  return ` ${writeScalar(value)}\n`;
}

/** @param {unknown} value */
function writeScalar(value) {
  const text = String(value);
  return typeof value !== 'string' || /^[\w-]+(?: \d\d:\d\d)?$/.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}

/** Chance that is the same every time (mulberry32). @param {number} seed */
function createDice(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (/** @type {number} */ most) => Math.floor(next() * most);
  return {
    next,
    /** A whole number from 0 to below `most`. */
    upTo,
    chance: (/** @type {number} */ share) => next() < share,
    /** @type {<T>(list: readonly T[]) => T} */
    pick: (list) => /** @type {any} */ (list[upTo(list.length)]),
    /** One of the keys, each as often as its number says. @type {(weights: Record<string, number>) => string} */
    weigh: (weights) => {
      let left = next() * Object.values(weights).reduce((sum, one) => sum + one, 0);
      return Object.keys(weights).find((key) => (left -= weights[key] ?? 0) < 0) ?? '';
    },
    /** @type {<T>(list: readonly T[]) => T[]} */
    shuffle: (list) =>
      list
        .map((one) => ({ one, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one),
  };
}

/** Days since 1970. @param {string} day */
function dayNumber(day) {
  return Date.parse(`${day}T00:00Z`) / 86_400_000;
}

/** @param {number} day */
function isoDay(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** @param {number} minute since 1970 */
function clock(minute) {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** @param {number} day */
function dayInWords(day) {
  const months =
    'January February March April May June July August September October November December'.split(' ');
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** @param {number} minutes */
function spanInWords(minutes) {
  if (minutes < 100) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}
