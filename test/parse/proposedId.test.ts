import { expect, it } from 'vitest';
import { checkIds } from '../../src/parse/checkIds.js';

it.each([
  [[], 'undated-checkout-down.md'],
  [['incidents/undated-checkout-down.md'], 'undated-checkout-down-2.md'],
  [
    ['incidents/Undated-checkout-down.md', 'incidents/undated-checkout-down-2.md'],
    'undated-checkout-down-3.md',
  ],
])('proposes a name that no file has (beside %j)', (others, name) => {
  const path = 'incidents/Checkout down.md';
  const hint = checkIds([path, ...others]).find((one) => one.path === path)?.hint;
  expect(hint).toContain(`e.g. \`${name}\``);
});
