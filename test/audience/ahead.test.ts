import { describe, expect, it } from 'vitest';
import { isAhead } from '../../src/audience/ahead.js';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { createStateOfDay } from '../../src/audience/figures/stateOfDay.js';
import { listHappened } from '../../src/render/public/dimension.js';
import { createWorkspace } from '../workspace.js';

/** Maintenance that begins at a time of its own zone; the site's is Dublin's, and it is 22 November 2026 there. */
async function plan(zone: string, from: string) {
  const { file, understand } = createWorkspace();
  file(
    'incidents/2026-11-moves.md',
    `---
title: The catalogue moves
kind: maintenance
status: draft
timezone: ${zone}
started: ${from}
scheduled: { from: ${from} }
summary: Prices cannot change.
public: { since: 2026-11-01, show: [summary] }
---
`,
  );
  const { history, documents, diagnostics } = await understand();
  if (!history) throw new Error(JSON.stringify(diagnostics));
  const shown = createPublicHistory(history, documents);
  return {
    ahead: shown.incidents.map(isAhead),
    happened: listHappened(shown).length,
    planned: createStateOfDay(shown).maintenance.ahead.length,
  };
}

// By the zone of the incident, pages took for history what the state of the day called planned.
describe('what is only announced', () => {
  it('is ahead for every page while its day has not come where the site is', async () => {
    // 4 o'clock on the 23rd in Dublin.
    expect(await plan('America/Los_Angeles', '2026-11-22 20:00')).toEqual({
      ahead: [true],
      happened: 0,
      planned: 1,
    });
  });

  it('is ahead for none once its day has come there', async () => {
    // 17 o'clock on the 22nd in Dublin.
    expect(await plan('Asia/Tokyo', '2026-11-23 02:00')).toEqual({
      ahead: [false],
      happened: 1,
      planned: 0,
    });
  });
});
