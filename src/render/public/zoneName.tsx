import type { PublicIncident } from '../../audience/publicHistory.js';
import { unknownZone } from '../../time/axis.js';
import { describeZone } from '../../time/zone.js';
import { useIsSwitchable } from '../component/switchableTime.js';
import { usePage } from '../frame.js';

/** Whether its times could be said in another zone: they are dated, told, and of a zone that is known. */
export function isSwitchable({ zone, started, retracted }: PublicIncident): boolean {
  return zone !== unknownZone && started.axis === 'calendar' && retracted === undefined;
}

/** Whose clock times are read off, said in a phrase; the script puts the reader's own zone in its place. */
export function ZoneName({ incident, say }: { incident: PublicIncident; say: (zone: string) => string }) {
  const { wording } = usePage();
  const hasScript = useIsSwitchable();
  return (
    <span {...(hasScript ? { 'data-zone': say('{zone}') } : {})}>
      {say(describeZone(incident.zone, incident.started.anchor, wording.time))}
    </span>
  );
}

/**
 * Where the script puts the control that shows all times of the page in the reader's own zone: the page holds its words, and without
 * the script there is nothing. Not where no time is read off a clock of a known zone.
 */
export function ZoneSwitch({ incident }: { incident: PublicIncident }) {
  const { wording } = usePage();
  if (!isSwitchable(incident)) return null;
  const { zone } = incident;
  const words = wording.incident;
  const own = describeZone(zone, null, wording.time);
  return (
    <div
      class="zone-switch"
      data-language={wording.language}
      data-zone-id={zone}
      data-label={words.showTimesAs}
      data-own={own}
      data-yours={words.yourTime('{zone}')}
      data-whole={wording.time.dayAndClock('{day}', '{clock}')}
      data-stays={words.staysIn(own)}
    />
  );
}
