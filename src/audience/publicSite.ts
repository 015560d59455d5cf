import type { Service, Settings } from '../settings/settings.js';
import type { PublicCard, PublicService, PublicSeverity, PublicSite } from './publicHistory.js';

/** What the public site says of itself. */
export function createPublicSite(settings: Settings, card?: PublicCard): PublicSite {
  const { logo, home, contact, footer } = settings.brand;
  return {
    title: settings.title,
    url: settings.url,
    language: settings.language,
    zone: settings.timezone,
    totals: settings.totals,
    weights: createWeights(settings),
    brand: {
      ...(logo === undefined ? {} : { logo }),
      ...(home === undefined ? {} : { home }),
      ...(contact === undefined ? {} : { contact }),
      ...(footer === undefined ? {} : { footer }),
      ...(card === undefined ? {} : { card: { path: card.path, width: card.width, height: card.height } }),
    },
  };
}

/** A level that the settings leave out weighs what it does by default; lost and exposed data are never downtime. */
function createWeights({
  weights: { outage = 1, partial = 0.3, degraded = 0 },
}: Settings): PublicSite['weights'] {
  return { outage: Math.min(outage, 1), partial: Math.min(partial, 1), degraded: Math.min(degraded, 1) };
}

/** A service as customers know it. Never call it with an internal one. */
export function createPublicService(service: Service): PublicService {
  return { id: service.id, name: service.name, group: service.group, since: service.since };
}

/** The severities as customers know them: without their ids, with their rank. */
export function createPublicSeverities(settings: Settings): PublicSeverity[] {
  return settings.severities.map(({ label, major, statuspage }, index) => ({
    rank: index + 1,
    label,
    major,
    ...(statuspage === undefined ? {} : { statuspage }),
  }));
}
