import type { PublicIncident } from '../../audience/publicHistory.js';
import { createPageContext, type Frame } from '../frame.js';
import { incidentAddress } from '../link.js';
import { plainInline, renderBlock, renderBody } from '../text.js';
import type { Wording } from '../wording/wording.js';
import { categoriesOf } from './dimension.js';
import { describeLevels, groupsOf, nameCategory, servicesOf } from './incidentWords.js';

/** What is found of an incident though no text of its author says it: names of services and groups, severity, kind, causes. */
export function listSearchNames(incident: PublicIncident, wording: Wording): string[] {
  const { severity, kind, provider, signed } = incident;
  const names = [
    ...servicesOf(incident).map(({ name }) => name),
    ...groupsOf(incident),
    severity?.label,
    kind === 'incident' ? undefined : wording.incident.kinds[kind],
    describeLevels(incident, undefined, wording),
    ...categoriesOf(incident).map((category) => nameCategory(category, wording)),
    provider?.name,
    signed,
  ];
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
}

/** Everything that the page of an incident says in its author's words beside the title, a paragraph each, in the order of the page. */
export function listSearchTexts(incident: PublicIncident, frame: Frame): string[] {
  const { retracted, corrections, summary, impact, detection, numbers, causes } = incident;
  const { timeline, updates, remediation, questions, body } = incident;
  const context = createPageContext(frame, incidentAddress(incident.id));
  const inlines = [
    summary,
    ...(impact ?? []).flatMap(({ affected, note, where }) => [affected, where.join(', '), note]),
    ...(timeline ?? []).map(({ text }) => text),
    detection?.note,
    ...(causes ?? []).map(({ text }) => text),
    ...(remediation ?? []).flatMap(({ title, doneWhen, reason }) => [title, doneWhen, reason]),
  ];
  const others = [
    ...(numbers ?? []).map(({ label, value }) => `${label}: ${value}`),
    ...listParagraphs(renderBody(body, context, 3)),
    ...(updates ?? []).map(({ text }) => plainInline(text)),
    ...(questions ?? []).flatMap(({ question, answer }) => [
      ...(question === undefined ? [] : [plainInline(question)]),
      ...(answer === undefined ? [] : listParagraphs(renderBlock(answer, context, { top: 4, prefix: '' }))),
    ]),
    ...corrections.map(({ text }) => plainInline(text)),
    ...(retracted === undefined ? [] : [plainInline(retracted.text)]),
  ];
  const texts = [...inlines.map((text) => (text === undefined ? '' : plainInline(text))), ...others];
  return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== ''))];
}

/** Elements between which a text goes on. */
const inLine = /^(?:a|code|del|em|strong|span|sub|sup)$/;

const tag = /<(\/?)([a-z]\w*)((?:"[^"]*"|[^">])*)>/g;

/** The paragraphs of HTML that we wrote ourselves, as plain text. Marks of footnotes are left out. */
function listParagraphs(html: string): string[] {
  return html
    .replace(/<sup>.*?<\/sup>|<a [^>]*data-footnote-backref.*?<\/a>/g, '')
    .replace(tag, (_, end: string, name: string, attributes: string) => {
      if (name === 'img' && end === '') return ` ${/\balt="([^"]*)"/.exec(attributes)?.[1] ?? ''} `;
      return inLine.test(name) ? '' : '\f';
    })
    .split('\f')
    .map(decodeEntities);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}
