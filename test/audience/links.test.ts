import { describe, expect, it } from 'vitest';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import { renderInternalSite } from '../../src/render/internal/internalSite.js';
import { noPictures } from '../../src/judge/pictureFile.js';
import { createSettings } from '../../src/settings/createSettings.js';
import { findAttribute, listElements } from '../sites/readPage.js';
import { judgeFiles } from '../gate/gateCase.js';

/*
 * Everything that becomes a link, against everything that somebody has made a browser run or leave for. What a browser
 * makes of a link is asked of `URL`, against the address of the page.
 */

const schemes = 'javascript vbscript data blob file filesystem about view-source chrome ws wss ftp ssh git tel sms intent jar mhtml x-script livescript mocha resource res local magnet market ms-word steam skype callto feed'.split(' '); // prettier-ignore
const base = 'https://status.example.com/base/incidents/2026-03-14-case/';

const bad: string[] = [
  ...schemes.map((scheme) => `${scheme}:alert(1)`),
  ...schemes.map((scheme) => `${scheme}://evil.test/x`),
  'JavaScript:alert(1)', 'JAVASCRIPT:alert(1)', 'jAvAsCrIpT:alert(1)', 'javascript&colon;alert(1)',
  'java\tscript:alert(1)', 'java\nscript:alert(1)', 'java\rscript:alert(1)', 'java\0script:alert(1)',
  '\u0001javascript:alert(1)', '\u00a0javascript:alert(1)', '\ufeffjavascript:alert(1)', '\u200bjavascript:alert(1)',
  '&#106;avascript:alert(1)', '&#x6A;avascript:alert(1)', '&#0000106avascript:alert(1)', 'java&Tab;script:alert(1)', 'java&NewLine;script:alert(1)',
  '%6aavascript:alert(1)', 'javascript%3aalert(1)', 'java%0ascript:alert(1)', 'javascript://example.com/%0aalert(1)',
  'javascript:/*https://example.com/*/alert(1)', 'javascript:https://example.com/', 'javascript\u2028:alert(1)', 'ja\u0000vascript:alert(1)',
  'javaſcript:alert(1)', 'ｊavascript:alert(1)', 'javascript：alert(1)',
  'data:text/html,<b>x</b>', 'data:text/html;base64,PGI+', 'DATA:text/html,x', 'data:image/svg+xml,<svg/>', 'data:,x',
  '//evil.test', '//evil.test/x', '///evil.test', '////evil.test', '\\\\evil.test', '/\\evil.test', '\\/evil.test', '\\/\\/evil.test', '/\t/evil.test', '/\n/evil.test',
  'https:evil.test', 'https:/evil.test', 'https:///evil.test', 'https:\\\\evil.test', 'http:evil.test', 'http:/evil.test', 'http:\\evil.test', 'HTTPS:evil.test', 'https:\t//evil.test',
  'https://user@evil.test', 'https://user:pass@evil.test', 'https://@evil.test', 'https://:@evil.test', 'https://example.com@evil.test/', 'https://example.com:443@evil.test', 'https://example.com%2f@evil.test', 'https://example.com%20@evil.test',
  'https://evil\u2024test', 'https://example.com\u2044@evil.test', 'https://example.com\u2215evil\\test', 'https://example.com\uff0fevil.test', 'https://exa\u202emple.com/moc.live', 'https://example.com/\u202egpj.exe', 'https://example.com/\u2066x\u2069', 'https://ex\u00adample.com/', 'https://ex\u200dample.com/',
  'https://', 'https://?', 'https://#', 'https:// ', 'https://%', 'https://[', 'https://[::1', 'https://exa mple.com', 'https://example.com\\x', 'https://example.com\u0007', 'https://a:99999/', 'https://<b>.test', 'https://^',
  'mailto:', 'mailto:x', 'mailto:@', 'mailto:a@', 'mailto:@b', 'mailto:?bcc=a@b.test', 'mailto:a@b.test\nbcc:c@d.test', 'mailto://a',
  '', ' ', '#', '?', '.', '..', '/', '?x=1', '/etc/passwd', '../../../../etc/passwd', 'C:\\x', 'C:/x', 'file', 'evil.test', 'www.', ':', '://', ':javascript:alert(1)', '1javascript:alert(1)', '-javascript:alert(1)', 'javascript', 'javascript:',
]; // prettier-ignore

const good = [
  'https://example.org',
  'https://example.org/',
  'http://example.org/a/b',
  'HTTPS://EXAMPLE.org/A',
  'https://example.org:8443/x',
  'https://example.org/?a=1&b=2#c',
  'https://example.org/%E2%82%AC?q=%22',
  'https://example.org/a;b,c~d_e-f.g!h$i*j+k=l',
  "https://example.org/it's",
  'https://example.org/@name',
  'https://example.org/?to=a@b.test',
  'https://example.org/javascript:x',
  'https://[2001:db8::1]/x',
  'https://xn--bcher-kva.example/',
  'https://status.example.org/incidents/9?x=<y>'.replace(/[<>]/g, ''),
  'mailto:help@example.org',
  'MAILTO:help@example.org?subject=Hello%20there',
];

const spell = JSON.stringify;

/** An incident with an address in every field that becomes a link. */
function createFile(url: string): string {
  const link = `[x](<${url}>) and [x](${url}) and <${url}> and [x][a] and ${url}`;
  const short = `[x](<${url}>)`;
  return `---
title: Case
severity: major
status: final
started: 2026-03-14 09:00
resolved: 2026-03-14 10:00
summary: ${spell(link)}
impact: [{ service: checkout, level: outage, note: ${spell(short)}, affected: ${spell(short)} }]
causes: [{ id: C1, kind: root, text: ${spell(short)} }]
timeline: [{ at: 2026-03-14 09:00, text: ${spell(short)}, evidence: ${spell(url)} }]
updates: [{ at: 2026-03-14 09:30, state: update, text: ${spell(short)} }]
questions: [{ question: ${spell(short)}, answer: ${spell(`${link}\n\n[a]: <${url}>`)} }]
corrections: [{ date: 2026-03-22, text: ${spell(short)} }]
remediation: [{ id: R1, title: Do it, type: prevent, ticket: ${spell(url)}, done_when: ${spell(short)} }]
provider: { name: Host, url: ${spell(url)} }
related: [{ url: ${spell(url)}, title: Report, how: follows }]
links: [{ title: Link, url: ${spell(url)} }]
review: { notes: ${spell(url)} }
origin: { from: x, url: ${spell(url)} }
public:
  since: 2026-03-18
  show: [summary, impact, causes, timeline, updates, questions, remediation, provider, related]
  sections: [Shown]
---

## Shown

${link}, [a], ![x](${url}), ![x][a]

[a]: <${url.replace(/[\r\n]/g, '')}>
`;
}

const pathOf = (url: string): string => `incidents/2026-03-14-case-${urls.indexOf(url)}.md`;

/** All of them in one project, an incident each. */
const urls = [...new Set([...bad, ...good])];
const { diagnostics, history, publicHistory, documents } = judgeFiles(
  urls.map((url) => ({ path: pathOf(url), text: createFile(url) })),
);
const pages = [
  ...renderPublicSite(publicHistory),
  ...renderInternalSite({ history, diagnostics, documents, publicHistory, pictures: noPictures }),
];

/** What is said of an address, and where the pages that hold it lead. */
function follow(url: string) {
  const page = `${pathOf(url).slice(0, -'.md'.length)}/index.html`;
  const own = pages.filter((output) => output.path === page);
  expect(own).toHaveLength(2);
  const elements = own.flatMap(({ content }) => listElements(String(content)));
  const names = ['href', 'src'];
  const hrefs = elements.flatMap((element) => names.flatMap((name) => findAttribute(element, name) ?? []));
  return { diagnostics: diagnostics.filter((one) => one.path === pathOf(url)), hrefs };
}

/** Where a browser would go from the page: nowhere but to this site, or to those that are meant. */
function leaves(href: string, hosts: RegExp): boolean {
  if (!URL.canParse(href, base)) return false;
  const { protocol, host } = new URL(href, base);
  return !/^(?:https?|mailto):$/.test(protocol) || !(protocol === 'mailto:' || hosts.test(host));
}

describe('an address that may do harm', () => {
  it.each([...new Set(bad)])('%j is refused, and is no link', (url) => {
    const { diagnostics: found, hrefs } = follow(url);
    expect(hrefs.length).toBeGreaterThan(4);
    // What stands in a text without brackets is a link as far as it is one: `https://exa` of `https://exa mple.com`.
    // What fields say of themselves by way of example may stand in for what was wrong.
    expect(hrefs.filter((href) => leaves(href, /(?:^|\.)example\.com$|^(?:exa|www)$/))).toEqual([]);
    const said = found.filter((one) => one.level === 'error' && one.blocks);
    expect(said.length, 'is told').toBeGreaterThanOrEqual(1);
  });
});

describe('an address that leads somewhere', () => {
  it.each(good)('%s is a link, as it is', (url) => {
    const { diagnostics: found, hrefs } = follow(url);
    expect(found.filter(({ rule }) => /url-format|ticket-format/.test(rule))).toEqual([]);
    // Fields of the front matter on both sites; in texts letters may be spelt by percent signs.
    expect(hrefs.filter((href) => href === url).length).toBeGreaterThanOrEqual(7);
    const whole = new URL(url).href;
    const same = hrefs.filter((href) => URL.canParse(href) && new URL(href).href === whole);
    expect(same.length).toBeGreaterThanOrEqual(20);
    expect(
      hrefs.filter((href) =>
        leaves(href, /^(?:.*\.)?example\.(?:org|com)(?::\d+)?$|^\[2001:db8::1\]$|^xn--/),
      ),
    ).toEqual([]);
  });
});

it('the fields of site.yaml take the same', () => {
  const read = (url: string, key: string) =>
    createSettings({
      path: 'site/site.yaml',
      text: `format: 1\ntitle: x\nurl: ${key === 'url' ? spell(url) : 'https://status.example.com/'}\ntimezone: UTC\nseverities: [{ id: a, label: A }]\nbrand: { ${key === 'url' ? '' : `${key}: ${spell(url)}`} }\nsync: { x: { url: ${spell(key === 'contact' ? url : 'https://example.com/')}, token_env: X } }\n`,
    });
  for (const key of ['home', 'contact', 'url'] as const) {
    for (const url of bad) {
      const found = read(url, key).diagnostics;
      expect(
        found.some(({ level, blocks }) => level === 'error' && blocks),
        `${key}: ${spell(url)}`,
      ).toBe(true);
    }
  }
  for (const url of good) expect(read(url, 'home').settings?.brand.home).toBe(url);
});
