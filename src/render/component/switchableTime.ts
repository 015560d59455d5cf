import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { unknownZone } from '../../time/axis.js';
import { formatClock, formatDayOf } from '../../time/formatWhen.js';
import type { When } from '../../time/when.js';
import { usePage } from '../frame.js';
import type { TimeWording } from '../../time/wording.js';
import { hasClock } from './whenWords.js';

/** Whether the times of a page can be shown in the reader's own zone: the page has the script for it. */
const SwitchContext = createContext(false);

/** Around what can be switched. */
export const SwitchableTimes = SwitchContext.Provider;

/** What the script reads off a time: how to say it anew, or that it stays as it is and in which zone that is. */
export type SwitchAttributes = { 'data-form'?: string; 'data-stays'?: '' };

/**
 * The attributes of a time on this page. What was read off a clock, also roughly, gets a form: its own words with `{day}` and `{clock}`
 * where those stand. What is only a part of a day, or lies between two times, is no instant that could be said in another zone: it
 * stays, and the reader is told whose clock that was. A day alone says no clock, and gets nothing.
 */
export function useSwitch(when: When, text: string): SwitchAttributes {
  const { wording } = usePage();
  if (!useContext(SwitchContext) || when.axis === 'days' || when.zone === unknownZone) return {};
  if (when.precision === 'second' || when.precision === 'minute') {
    const form = createForm(when, text, wording.time);
    return form === text ? {} : { 'data-form': form };
  }
  return when.precision === 'part' || hasClock(when) ? { 'data-stays': '' } : {};
}

function createForm(when: When, text: string, words: TimeWording): string {
  const day = formatDayOf(when, words);
  const clock = formatClock({ ...when, about: false }, words);
  const form = day === undefined ? text : text.replace(day, () => '{day}');
  return clock === undefined ? form : form.replace(clock, () => '{clock}');
}

/** Whether the page can switch its times. */
export function useIsSwitchable(): boolean {
  return useContext(SwitchContext);
}
