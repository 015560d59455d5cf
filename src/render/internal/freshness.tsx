import type { History } from '../../model/history.js';

/**
 * Where a script says how old the page is, when it is older than today, and by when it counts the days of what is late. Without
 * one the page says as of when it is, and no more.
 */
export function Freshness({ history: { asOf, settings } }: { history: History }) {
  return <div class="freshness" role="status" data-as-of={asOf} data-zone={settings.timezone} />;
}
