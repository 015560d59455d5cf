import type { Settings } from '../../settings/settings.js';
import type { Detector } from './leak.js';

/** Finds links into systems that only colleagues can open. */
export const innerLinks: Detector = {
  one: 'a link that only colleagues can follow',
  many: 'links that only colleagues can follow',
  *find(text, settings) {
    for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"'`|\\^{}\]]+/gi)) {
      const found = match[0].replace(/[.,;:!?)*_]+$/, '');
      const system = URL.canParse(found) ? findInnerSystem(new URL(found), settings) : undefined;
      if (system === undefined) continue;
      yield {
        from: match.index,
        found,
        message: `This link leads to ${system}, which customers do not see`,
        hint: 'Say what stands there.',
      };
    }
  },
};

type System = readonly [host: RegExp, path: RegExp, what: string];

/** Everything at a host. */
const all = /./;

/** What only members can open: hosts, with the part of their addresses that is not public. */
const systems: readonly System[] = [
  // Not what Slack says of itself: status.slack.com, slack.com/help.
  [/^(?!(?:www|status|api|docs)\.)[^.]+(?:\.[^.]+)?\.slack\.com$/, all, 'a chat'],
  [/^slack\.com$/, /^\/(?:archives|app_redirect|app|client|shortcuts)\b/, 'a chat'],
  [/^teams\.(?:microsoft|live)\.com$/, all, 'a chat'],
  [/^(?:www\.|ptb\.|canary\.)?discord(?:app)?\.com$/, /^\/(?:channels|invite)\b/, 'a chat'],
  [/^chat\.google\.com$/, all, 'a chat'],
  [/(?:^|\.)webex\.com$/, all, 'a chat'],
  [/^(?:mattermost|rocketchat)\./, all, 'a chat'],
  [/(?:^|\.)zoom\.(?:us|com)$/, /^\/(?:j|my|s|w|rec|meeting|clips)\b/, 'a call'],
  [/^meet\.google\.com$/, all, 'a call'],
  [
    /^(?:mail|calendar)\.google\.com$|^outlook\.(?:office|office365|live)\.com$/,
    all,
    'a mailbox or calendar',
  ],

  [/\.atlassian\.net$/, all, 'a ticket system'],
  [/^jira\.(?!(?:atlassian|mongodb|mariadb|percona)\.)/, all, 'a ticket system'],
  [/^linear\.app$/, /^\/[^/]+\/(?:issue|project|team|view)\b/, 'a ticket system'],
  [/^app\.(?:asana|clickup|shortcut|incident|height)\.(?:com|io|app)$/, all, 'a ticket system'],
  [/\.monday\.com$/, /^\/(?:boards|docs)\b/, 'a ticket system'],
  [/\.youtrack\.cloud$/, all, 'a ticket system'],
  [/\.zendesk\.com$/, /^\/agent\b/, 'a ticket system'],
  [/\.service-now\.com$/, all, 'a ticket system'],
  [/^trello\.com$/, /^\/[bc]\//, 'a ticket system'],
  [/^dev\.azure\.com$|\.visualstudio\.com$/, /\/_(?:workitems|boards|backlogs|sprints)\b/, 'a ticket system'],
  [/^(?:redmine|servicedesk)\./, all, 'a ticket system'],

  [/\.(?:pagerduty|opsgenie)\.com$/, /^\/(?:incidents|alert|services|schedules|escalation)/, 'an alert'],
  [/^portal\.victorops\.com$/, all, 'an alert'],
  [/^app\.(?:firehydrant|rootly|blameless|squadcast|xmatters|zenduty)\.(?:com|io)$/, all, 'an incident tool'],
  [/^rootly\.com$/, /^\/account\//, 'an incident tool'],
  [/^manage\.statuspage\.io$/, all, 'the inside of a status page'],

  [/^(?:app|[a-z]{2}\d)\.datadoghq\.(?:com|eu)$/, all, 'a dashboard'],
  [/^app\.ddog-gov\.com$/, all, 'a dashboard'],
  [/\.grafana\.net$|^grafana\.(?!com$)/, /^\/(?!public-dashboards\b|dashboard\/snapshot\b)/, 'a dashboard'],
  [/^(?:kibana|prometheus|alertmanager|graphite|jaeger|argocd)\./, all, 'a dashboard'],
  [/^(?:one|rpm)\.(?:eu\.)?newrelic\.com$|^onenr\.io$/, all, 'a dashboard'],
  [/^ui\.(?:eu1\.)?honeycomb\.io$|^app\.lightstep\.com$/, all, 'a dashboard'],
  [/\.splunkcloud\.com$|^app\.[a-z]{2}\d\.signalfx\.com$/, all, 'a dashboard'],
  [/\.(?:live|apps)\.dynatrace\.com$/, all, 'a dashboard'],
  [/^(?:[\w-]+\.)?sentry\.io$/, /^\/(?:organizations|issues)\//, 'an error tracker'],
  [/^app\.(?:bugsnag|rollbar|logz|papertrailapp|datadog)\.(?:com|io)$/, all, 'an error tracker'],

  [/^(?:[a-z0-9-]+\.)?console\.aws\.amazon\.com$|\.awsapps\.com$/, all, 'a console'],
  [/^console\.(?:cloud|firebase)\.google\.com$|^portal\.azure\.com$/, all, 'a console'],
  [/^dash\.cloudflare\.com$/, /^\/[\da-f]{32}\b/, 'a console'],
  [/^jenkins\.(?!io$)/, all, 'a build server'],

  [
    /^docs\.google\.com$/,
    /^\/(?:a\/[^/]+\/)?(?:document|spreadsheets|presentation)\/(?!d\/e\/)/,
    'a shared document',
  ],
  [/^drive\.google\.com$|\.sharepoint\.com$|^1drv\.ms$/, all, 'a shared document'],
  [
    /^(?:www\.)?notion\.so$/,
    /^\/(?!(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:blog|help|product|pricing|templates?|releases|customers|about|security|integrations|enterprise)(?:\/|$))[^/]/,
    'a shared document',
  ],
  [/^(?:www\.)?coda\.io$/, /^\/d\//, 'a shared document'],
  [/^(?:[\w-]+\.)?quip\.com$/, /^\/[A-Za-z0-9]{12}/, 'a shared document'],
  [/^paper\.dropbox\.com$/, all, 'a shared document'],
  [/^miro\.com$/, /^\/app\/board\//, 'a shared document'],
  [/^airtable\.com$/, /^\/(?:app|tbl)/, 'a shared document'],
  [/^(?:confluence|wiki)\.(?:corp|int|intern|internal|intranet)\./, all, 'a wiki'],
  [/^confluence\.(?!atlassian\.)/, all, 'a wiki'],
];

/** Code hosts are public places, but for the repositories whose issues the settings name. */
const shared = /^(?:www\.)?(?:github|gitlab|codeberg|bitbucket)\.(?:com|org)$/;

/** What kind of system an address leads into, if only colleagues can open it: one that everybody knows, or that of the settings. */
export function findInnerSystem(url: URL, settings: Settings): string | undefined {
  const host = url.hostname.replace(/\.$/, '');
  const known = systems.find(([hosts, paths]) => hosts.test(host) && paths.test(url.pathname));
  if (known) return known[2];
  const { github, jira } = settings.sync;
  const named = [
    ...Object.values(settings.tickets).map((address) => address.replace(/\{id\}.*$/s, '')),
    github?.url ?? '',
    github?.repo === undefined ? '' : `https://github.com/${github.repo}/`,
    jira?.url ?? '',
  ].filter((address) => URL.canParse(address));
  const isNamed = named.some((address) => {
    const system = new URL(address);
    if (system.hostname !== host) return false;
    return !shared.test(host) || `${url.pathname}/`.toLowerCase().startsWith(system.pathname.toLowerCase());
  });
  return isNamed ? 'a ticket system' : undefined;
}
