import type { Day } from '../time/day.js';
import type { Span } from '../time/span.js';
import type { When } from '../time/when.js';
import type { Section } from '../parse/section.js';
import { pathSetOf } from '../parse/pathSet.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { Severity } from '../settings/settings.js';
import type { FrontMatter } from '../validate/schema/incident.js';
import type { Inline } from '../validate/schema/text.js';
import type { Impact } from './impact.js';
import type { Milestones } from './milestones.js';
import type { RemediationItem } from './remediationItem.js';
import type { TimelineEntry } from './timeline.js';

/** An incident as the site knows it: resolved times, defaults filled in, references still by id. */
export interface Incident {
  id: string;
  /** The file it is written in, relative to the project's root. */
  path: string;
  title: string;
  /** Absent in a draft that does not say yet, or where `site.yaml` does not know it. */
  severity: Severity | undefined;
  /** As written. */
  severityId: string | undefined;
  status: FrontMatter['status'];
  kind: FrontMatter['kind'];
  zone: string;
  started: When;
  detected: When | undefined;
  mitigated: When | undefined;
  resolved: When | undefined;
  /** Milestones that no key tells, with the index of the timeline's entry that does. */
  implied: Milestones['implied'];
  /** Nobody has written that it is over. Maintenance that is only planned does not go on either. */
  ongoing: boolean;
  /** The year it stands under, in the site's zone; undefined: under "Undated". */
  year: number | undefined;
  /** From `started` to `mitigated`, else `resolved`; undefined while it goes on. */
  duration: Span | undefined;
  finished: Day | undefined;
  summary: Inline | undefined;
  detection: FrontMatter['detection'];
  impact: Impact[];
  numbers: NonNullable<FrontMatter['numbers']>;
  causes: Cause[];
  provider: FrontMatter['provider'];
  timeline: TimelineEntry[];
  remediation: RemediationItem[];
  /** When the states of `remediation` were last known; undefined: they are kept up to date. */
  lastTold: Day | 'unknown' | undefined;
  updates: Update[];
  questions: NonNullable<FrontMatter['questions']>;
  corrections: NonNullable<FrontMatter['corrections']>;
  related: NonNullable<FrontMatter['related']>;
  scheduled: { from: When; to: When | undefined; announced: When | undefined } | undefined;
  publication: Publication | undefined;
  authors: string[];
  roles: Record<string, string>;
  review: FrontMatter['review'];
  links: NonNullable<FrontMatter['links']>;
  aliases: string[];
  tags: string[];
  waivers: NonNullable<FrontMatter['waive']>;
  origin: FrontMatter['origin'];
  /** The body's sections, in its order; their text is in the document. */
  sections: Section[];
  /** Fields that could not be read, or whose time means nothing: what stands in their place nobody wrote. */
  damaged: readonly DataPath[];
}

/**
 * Whether what stands at a path, or a part of it, is not what was written. A rule that looks at another file asks this
 * first; of findings in the file itself the judge drops those about such a field.
 */
export function isDamaged({ damaged }: Pick<Incident, 'damaged'>, path: DataPath): boolean {
  const set = pathSetOf(damaged);
  return set.isUnder(path) || set.isAbove(path);
}

export type Cause = NonNullable<FrontMatter['causes']>[number];

/** What was said while it went on. */
export interface Update {
  at: When;
  /** Whether its time counts from the entry before. */
  relative: boolean;
  state: NonNullable<FrontMatter['updates']>[number]['state'];
  text: Inline;
  internal: boolean;
  public: Inline | undefined;
}

/** The `public` block, with its lists filled in. */
export type Publication = NonNullable<FrontMatter['public']> & {
  show: NonNullable<NonNullable<FrontMatter['public']>['show']>;
  sections: string[];
  withheld: string[];
};
