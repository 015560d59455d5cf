import type { Definition, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../diagnostic/quote.js';
import { isDamaged, type Incident } from '../../../model/incident.js';
import { createSlugs, slugOfFragment } from '../../../parse/headingSlug.js';
import { isSafeUrl } from '../../../parse/safeUrl.js';
import { listHeadings, type BodyHeading } from '../../bodyHeading.js';
import { findInnerSystem } from '../../leak/innerSystem.js';
import type { ShownText } from '../../shownText.js';
import { placeIn, placeOf } from '../../text.js';
import type { Finding, Subject } from '../../rule.js';
import { listPictureNames } from '../../pictureUse.js';
import { isRelative } from '../../relativeAddress.js';
import { findLinkedIncident } from '../reference/linkBroken.js';
import { createTextRule } from './gateRule.js';
import { foldText } from './internalWord.js';
import { isComment } from './referenceAcross.js';

type Complaint = Pick<Finding, 'message' | 'hint' | 'secret'>;

/** A link says what it leads to, also to those who cannot follow it. */
export const publicLink = createTextRule({
  id: 'public-link',
  description:
    'Links of a shown text lead neither to an incident that is not public, nor to a file of the repository, nor to a section that is withheld, nor into a system that only colleagues can open: tickets, chats, dashboards, consoles, shared documents. A link says what it leads to, also to those who cannot follow it.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The [team’s notes](https://example.slack.com/archives/C024BE91L) say that the
disk had been filling for a week.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The disk had been filling for a week. How databases treat a full disk is told by
[their manual](https://www.postgresql.org/docs/current/disk-full.html).`,
  *check(shown, subject): Iterable<Finding> {
    if (shown.kind === 'address' && shown.path?.[0] === 'provider') {
      const complaint = describeLink(shown.text, subject);
      if (complaint) yield { ...placeIn(shown, 0, shown.text.length), ...complaint };
    }
    yield* findLinks(shown, subject);
  },
});

function findLinks(shown: ShownText, subject: Subject): Finding[] {
  const findings: Finding[] = [];
  if (!shown.tree) return findings;
  // What only names a picture is judged as one.
  const pictures = listPictureNames(shown.tree);
  visit(shown.tree, ['link', 'definition'], (node) => {
    if (node.type === 'definition' && (pictures.has(node.identifier) || isComment(node))) return;
    const complaint = describeLink((node as Link | Definition).url, subject);
    if (complaint) findings.push({ ...placeOf(shown, node), ...complaint });
  });
  return findings;
}

function describeLink(url: string, subject: Subject): Complaint | undefined {
  if (url === '') {
    return {
      message: 'This link leads nowhere: it has no address',
      hint: 'Write the address, or the words without the brackets.',
    };
  }
  if (url.startsWith('#')) return describeFragment(url, listHeadings(subject.incident, subject.document));
  const { settings } = subject.history;
  const own = url.toLowerCase().startsWith(settings.url.toLowerCase());
  const path = decode((own ? `/${url.slice(settings.url.length)}` : url).replace(/[?#].*$/s, ''));
  if (own || isRelative(url)) {
    const id = findLinkedIncident(path);
    if (id !== undefined && subject.history.ids.has(id)) {
      const linked = subject.history.incidents.find((incident) => incident.id === id);
      return describeIncident(id, subject) ?? (linked && describeFragment(url, listSections(linked)));
    }
    if (own) return undefined;
    return {
      message: `This link leads to ${quote(url)}, a file of the repository, which customers do not see`,
      hint: 'Say what it holds, or link to an address that is public. An incident is linked by its file, e.g. `2026-03-14-full-disk.md`.',
    };
  }
  if (!isSafeUrl(url)) {
    // Of a password in it `secret` speaks.
    if (subject.findSecrets(url).length > 0) return undefined;
    return {
      message: `${quote(withoutUser(url))} is no address of https, http or mailto`,
      hint: 'Write the whole address, e.g. `https://example.com/`, without a user’s name in it.',
      ...(withoutUser(url) === url ? {} : { secret: true }),
    };
  }
  const system = findInnerSystem(new URL(url), settings);
  if (system === undefined) return undefined;
  return {
    message: `This link leads to ${system}, which customers do not see`,
    hint: 'Say what stands there; tickets belong in `ticket`, evidence in `evidence`, neither of which is public.',
  };
}

/** Of another incident only the sections are known, whose names its front matter repeats. */
function listSections({ sections, publication }: Incident): BodyHeading[] {
  const name = createSlugs();
  return sections.map(({ heading: text }) => {
    const slug = name(text);
    return { text, slug, shownSlug: publication?.sections.includes(text) ? slug : undefined };
  });
}

/** A link to a heading that is withheld would publish its words, and lead nowhere. */
function describeFragment(url: string, headings: readonly BodyHeading[]): Complaint | undefined {
  const fragment = decode(url.slice(url.indexOf('#') + 1));
  const folded = foldHeading(fragment);
  if (!url.includes('#') || folded === '') return undefined;
  const wanted = slugOfFragment(fragment);
  if (headings.some(({ shownSlug }) => shownSlug === wanted)) return undefined;
  const named = headings.filter(({ text, slug }) => slug === wanted || foldHeading(text) === folded);
  const withheld = named.find(({ shownSlug }) => shownSlug === undefined);
  if (withheld) {
    return {
      message: `This link leads to the heading “${withheld.text}”, which customers do not see`,
      hint: 'Remove the link: its address holds the words of that heading.',
    };
  }
  const shown = named.find(({ slug }) => slug === wanted);
  return (
    shown && {
      message: `Customers see “${shown.text}” as \`#${shown.shownSlug ?? ''}\`, since a heading of that name before it is withheld`,
      hint: 'Give the two headings different names.',
    }
  );
}

/** What is left of a heading in all the ways in which sites make addresses of them. */
function foldHeading(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether the linked incident is public when this one is, so that a day that comes cannot break the link. */
function describeIncident(id: string, { incident, history }: Subject): Complaint | undefined {
  const other = history.incidents.find((one) => one.id === id);
  // A file that could not be read may well be public.
  if (!other || isDamaged(other, ['public', 'since'])) return undefined;
  const since = other.publication?.since;
  const own = incident.publication?.since?.last ?? '';
  if (since && since.last <= (own > history.asOf ? own : history.asOf)) return undefined;
  return {
    message: `This link leads to the incident \`${id}\`, which is not public${since ? ` before ${since.words}` : ''}`,
    hint: 'Remove the link and what it tells of that incident; or publish that one first.',
  };
}

/** An address without the name and the password in it, for a message that everybody can see. */
function withoutUser(url: string): string {
  return url.replace(/(?<=\/\/)[^/?#]*(?=@)/, '…');
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
