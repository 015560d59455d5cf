import type { Service, Settings } from '../settings/settings.js';
import type { PublicService, PublicSeverity, PublicSite } from './publicHistory.js';

/** What the public site says of itself. */
export function createPublicSite(settings: Settings): PublicSite {
  const { logo, home, contact, footer } = settings.brand;
  return {
    title: settings.title,
    url: settings.url,
    language: settings.language,
    zone: settings.timezone,
    totals: settings.totals,
    brand: {
      ...(logo === undefined ? {} : { logo }),
      ...(home === undefined ? {} : { home }),
      ...(contact === undefined ? {} : { contact }),
      ...(footer === undefined ? {} : { footer }),
    },
  };
}

/** A service as customers know it. Never call it with an internal one. */
export function createPublicService(service: Service): PublicService {
  return { id: service.id, name: service.name, group: service.group, since: service.since };
}

/** The severities as customers know them: without their ids, with their rank. */
export function createPublicSeverities(settings: Settings): PublicSeverity[] {
  return settings.severities.map(({ label, major }, index) => ({ rank: index + 1, label, major }));
}
