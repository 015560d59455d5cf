import { expect, test } from 'vitest';
import { createPublicSite } from '../../../src/audience/publicSite.js';
import { createSettings } from '../../../src/settings/createSettings.js';

/** The weights that customers read of, given a line of `site.yaml`. */
function weightsOf(line: string) {
  const text = `format: 1
title: Example
url: https://status.example.com/
timezone: UTC
severities: [{ id: major, label: Major outage }]
${line}
`;
  const { settings } = createSettings({ path: 'site/site.yaml', text });
  return settings && createPublicSite(settings).weights;
}

test('the weights are those of the settings, whole, and never of data', () => {
  expect(weightsOf('')).toEqual({ outage: 1, partial: 0.3, degraded: 0 });
  expect(weightsOf('weights: { partial: 0.5 }')).toEqual({ outage: 1, partial: 0.5, degraded: 0 });
  expect(weightsOf('weights: { outage: 3, degraded: 0.1, data-loss: 1 }')).toEqual({
    outage: 1,
    partial: 0.3,
    degraded: 0.1,
  });
});
