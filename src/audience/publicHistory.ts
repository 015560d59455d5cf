import type { Range } from '../diagnostic/place.js';
import type { Day } from '../time/day.js';
import type { Lasted } from '../time/lapse.js';
import type { Span } from '../time/span.js';
import type { When } from '../time/when.js';
import type { Block, Inline } from '../validate/schema/text.js';

/*
 * What customers may see, as types of their own. Everything that writes `out/public` takes these, and cannot even
 * name an internal field. An `Incident` is no `PublicIncident`: the field `audience` says so. Nor is an entry of ours one that
 * customers may see: `internal?: never` refuses whatever can be withheld.
 */

export interface PublicHistory {
  readonly audience: 'public';
  asOf: string;
  site: PublicSite;
  /** Newest first, the undated last. */
  incidents: PublicIncident[];
  /** All services that are not internal, in the order of the settings. */
  services: PublicService[];
  /** In the order of the settings, worst first; `rank` counts from 1 and is the number in its address. */
  severities: PublicSeverity[];
  /** Every remediation item that customers can see, in the order of the incidents and of their files. */
  commitments: Commitment[];
  /** Old paths below the base that lead to an incident's page. */
  redirects: { from: string; incident: string }[];
}

export interface PublicSite {
  title: string;
  /** With a slash at its end. */
  url: string;
  language: string;
  zone: string;
  /** Whether figures that add services up are shown. */
  totals: boolean;
  /** How much of an instant each impact level takes from availability, 0 to 1: the method is said on the page. */
  weights: { outage: number; partial: number; degraded: number };
  /** The company's own rules of style, to come after ours. */
  theme?: string;
  brand: { logo?: string; home?: string; contact?: string; footer?: Inline; card?: PublicCard };
}

/** The picture that stands beside links to pages. `path` counts from the base, sizes are in pixels. */
export interface PublicCard {
  path: string;
  width: number;
  height: number;
}

export interface PublicSeverity {
  rank: number;
  label: string;
  major: boolean;
  /** What it is called in the API that is compatible with Statuspage. */
  statuspage?: 'none' | 'minor' | 'major' | 'critical';
}

export interface PublicService {
  internal?: never;
  id: string;
  name: string;
  group: string | undefined;
  since: Day | undefined;
}

export interface PublicIncident {
  readonly audience: 'public';
  id: string;
  title: string;
  kind: 'incident' | 'security' | 'maintenance' | 'near-miss';
  severity: PublicSeverity | undefined;
  /** A report will follow: it is being written, or it still goes on. */
  preliminary: boolean;
  zone: string;
  started: When;
  mitigated: When | undefined;
  resolved: When | undefined;
  ongoing: boolean;
  year: number | undefined;
  /** From `started` to `mitigated`, else `resolved`; undefined while it goes on. */
  duration: Span | undefined;
  scheduled: { from: When; to: When | undefined; announced: When | undefined } | undefined;
  since: Day;
  signed: string | undefined;
  retracted: { date: Day; text: Inline } | undefined;
  corrections: { date: Day; text: Inline }[];
  /* The parts: undefined where they are not shown. */
  summary: Inline | undefined;
  impact: PublicImpact[] | undefined;
  detection:
    | {
        detected: When | undefined;
        by: string | undefined;
        note: Inline | undefined;
        /** From started to detected. */ delay: Span | undefined;
      }
    | undefined;
  numbers: { internal?: never; label: string; value: string }[] | undefined;
  causes: PublicCause[] | undefined;
  provider: { name: string; url: string | undefined } | undefined;
  timeline: PublicTimelineEntry[] | undefined;
  /** When the states of `remediation` were last known; undefined: they are kept up to date, or not shown. */
  lastTold: Day | 'unknown' | undefined;
  updates: { internal?: never; at: When; state: string; text: Inline }[] | undefined;
  remediation: Commitment[] | undefined;
  questions:
    | { internal?: never; date: Day | undefined; question: Inline | undefined; answer: Block | undefined }[]
    | undefined;
  /** Relations to other public incidents, in both directions. */
  related: PublicRelation[] | undefined;
  body: PublicBody;
}

export interface PublicImpact {
  internal?: never;
  service: PublicService;
  level: 'outage' | 'partial' | 'degraded' | 'data-loss' | 'exposure';
  from: When;
  to: When | undefined;
  lasted: Lasted | undefined;
  affected: Inline | undefined;
  share: string | undefined;
  where: string[];
  note: Inline | undefined;
}

export interface PublicCause {
  internal?: never;
  id: string;
  kind: 'trigger' | 'root' | 'contributing' | 'mitigating';
  category: string | undefined;
  text: Inline;
}

export interface PublicTimelineEntry {
  internal?: never;
  at: When | undefined;
  until: When | undefined;
  kind:
    | 'lead-up'
    | 'started'
    | 'detected'
    | 'escalated'
    | 'diagnosed'
    | 'acted'
    | 'mitigated'
    | 'resolved'
    | 'communicated'
    | 'note';
  text: Inline;
}

/** A remediation item that customers can see. */
export interface Commitment {
  internal?: never;
  id: string;
  incident: { id: string; title: string };
  title: string;
  type: 'prevent' | 'detect' | 'mitigate' | 'repair' | 'process' | 'investigate';
  state: 'open' | 'in-progress' | 'blocked' | 'done' | 'wont-do' | 'superseded';
  due: Day | undefined;
  moved: { from: Day; date: Day | undefined }[];
  done: Day | 'unknown' | undefined;
  doneWhen: Inline | undefined;
  reason: Inline | undefined;
  verified: { date: Day; result: 'effective' | 'ineffective' | 'unclear' } | undefined;
  /** Ids of shown causes of its incident. */
  addresses: string[];
  supersededBy: { incident: string; id: string } | undefined;
  /** When its state was last known; undefined: it is kept up to date. Then it is never overdue. */
  lastTold: Day | 'unknown' | undefined;
  overdue: boolean;
  /** Days late: until asOf where it is open, until it was done where it is done; 0 when in time or not to be said. */
  daysLate: number;
}

export interface PublicRelation {
  /** As read from this incident to that one; the inverse ones have words of their own. */
  how: 'recurrence-of' | 'recurred-as' | 'same-cause' | 'caused-by' | 'caused' | 'follows' | 'followed-by';
  incident: { id: string; title: string; started: When; year: number | undefined };
}

/**
 * The shown sections of a body: the file's text with every other line emptied, and the empty lines between two
 * sections folded into one, so that parsing it gives exactly what is shown and nothing tells how much is not. Ranges
 * count in `text`. A brand: only the gate makes one.
 */
export interface PublicBody {
  text: string & { readonly cut: 'public' };
  sections: { heading: string; range: Range }[];
  /** The pictures that the text names, each once. */
  pictures: PublicPicture[];
}

/** A picture, without what one does not see of it. A text names it by its path from the base: `/assets/….png`. */
export interface PublicPicture {
  /** Below the site's base, named by content. */
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  /** Its bytes, read when they are written. Throws a `Failure` when the file was changed meanwhile. */
  load: () => Uint8Array;
}
