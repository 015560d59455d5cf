import { personNames } from '../../leak/personName.js';
import { createLeakRule } from './leakRule.js';

/** A postmortem is about systems; who did what stays inside. */
export const personName = createLeakRule({
  id: 'person-name',
  description:
    'No shown text holds the full name, the e-mail address or a handle of a person of `site.yaml`; whoever signs a report is named in `public.signed`.',
  bad: `timeline:
  - at: 2026-03-14 09:41
    text: Kim Doe restarted the order database.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 09:41
    text: The engineer on call restarted the order database.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]
  signed: Kim Doe, Head of Storage`,
  detectors: [personNames],
  isMeant: ({ path }) => path?.[0] === 'public' && path[1] === 'signed',
});
