/*
 * Shows the times of an incident in the reader's own zone, when asked to, and again in the incident's. The page gives each time that can
 * be switched its instant and its form (`about {clock} on {day}`), and the words of the control; nothing here is a word of ours.
 */

const host = document.querySelector<HTMLElement>('.zone-switch');
const times = [...document.querySelectorAll<HTMLTimeElement>('time[data-form]')];
const key = 'afterword-zone';

if (host !== null) start(host);

function start(place: HTMLElement): void {
  const {
    language = 'en',
    zoneId = 'UTC',
    label = '',
    own = '',
    yours = '',
    whole = '',
    stays = '',
  } = place.dataset;
  const reader = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = createClock(language, reader);
  const there = createClock(language, zoneId);
  if (here === undefined || there === undefined) return;
  const instants = times.map((time) => new Date(time.dateTime));
  const [first] = instants;
  // The same clock for all of them: there is nothing to switch.
  const isSame = instants.every((instant) => here.say(instant) === there.say(instant));
  if (first === undefined || isSame || instants.some((instant) => Number.isNaN(instant.getTime()))) return;

  const name = yours.replace('{zone}', () => here.name(first));
  const undo: (() => void)[] = [];
  const set = (node: Element, text: string): void => {
    const before = node.textContent;
    undo.push(() => (node.textContent = before));
    node.textContent = text;
  };
  const fill = (form: string, instant: Date): string =>
    form.replace('{day}', () => here.day(instant)).replace('{clock}', () => here.clock(instant));

  const toReader = (): void => {
    let said = '';
    for (const node of document.querySelectorAll<HTMLElement>('.timeline, .entry-time, time[data-form]')) {
      if (node.matches('.timeline')) said = '';
      else if (node.matches('.entry-time')) said = switchDay(node, said);
      else {
        // A clock alone is read on the day that was said last: of another day it is said whole.
        const instant = new Date(node.getAttribute('datetime') ?? '');
        const form = node.dataset.form ?? '';
        const day = here.day(instant);
        const isOther = !form.includes('{day}') && form.includes('{clock}') && day !== said;
        set(node, fill(isOther ? form.replace('{clock}', () => whole) : form, instant));
        // The day above the next entry does not follow from when this one ended.
        if (node.closest('.entry-until') === null) said = day;
      }
    }
    for (const node of document.querySelectorAll<HTMLElement>('[data-zone]'))
      set(
        node,
        (node.dataset.zone ?? '').replace('{zone}', () => yours.replace('{zone}', () => here.offset(first))),
      );
    for (const node of document.querySelectorAll('[data-stays]:not(.zone-switch)'))
      set(node, (node.textContent ?? '') + stays);
    for (const node of document.querySelectorAll<HTMLElement>('[data-instant]'))
      set(node, here.clock(new Date(node.dataset.instant ?? '')));
  };

  /** The day above a clock of the timeline: there, changed, or not needed. What stays as it is stays below its own. */
  const switchDay = (entry: HTMLElement, said: string): string => {
    const time = entry.querySelector<HTMLTimeElement>('time');
    const isClock = time?.dataset.form !== undefined && time.closest('.entry-until') === null;
    const day = isClock ? here.day(new Date(time.dateTime)) : (entry.dataset.day ?? '');
    const head = entry.querySelector('.entry-day');
    if (day === '') return said;
    if (head !== null) {
      if (head.firstChild?.nodeValue === day && day !== said) return day;
      const parts = [...head.childNodes];
      undo.push(() => head.replaceChildren(...parts));
      head.replaceChildren(...(day === said ? [] : [day, createHidden(', ')]));
    } else if (day !== said) {
      const made = document.createElement('span');
      made.className = 'entry-day';
      made.append(day, createHidden(', '));
      entry.prepend(made);
      undo.push(() => made.remove());
    }
    return day;
  };

  const toIncident = (): void => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) step();
  };

  const buttons = [own, name].map((text, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => {
      choose(index === 1);
      remember(index === 1);
    });
    return button;
  });
  let isReaders = false;
  const choose = (wanted: boolean): void => {
    if (wanted !== isReaders) (wanted ? toReader : toIncident)();
    isReaders = wanted;
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', String((index === 1) === wanted)));
  };

  const caption = document.createElement('span');
  caption.id = 'zone-label';
  caption.textContent = label;
  place.setAttribute('role', 'group');
  place.setAttribute('aria-labelledby', caption.id);
  place.append(caption, ...buttons);
  choose(recall());
}

function createHidden(text: string): HTMLElement {
  const hidden = document.createElement('span');
  hidden.className = 'visually-hidden';
  hidden.textContent = text;
  return hidden;
}

interface Clock {
  /** `Central European Summer Time`, as it is called at an instant. */
  name: (instant: Date) => string;
  /** `14 March 2026`, as the page says days. */
  day: (instant: Date) => string;
  /** `09:05`; with its offset where the clock showed it twice that day. */
  clock: (instant: Date) => string;
  /** Everything that can differ between two zones. */
  say: (instant: Date) => string;
  /** `UTC+1`. */
  offset: (instant: Date) => string;
}

/** A zone as one reads its clocks; undefined where the browser does not know it. */
function createClock(language: string, timeZone: string): Clock | undefined {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { timeZone, ...options });
  try {
    const days = format({ day: 'numeric', month: 'long', year: 'numeric' });
    const minutes = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const seconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
    const offsets = format({ timeZoneName: 'shortOffset' });
    const names = format({ timeZoneName: 'long' });
    const part = (from: Intl.DateTimeFormat, instant: Date): string =>
      from.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const day = (instant: Date): string => days.format(instant);
    const offset = (instant: Date): string => part(offsets, instant).replace('GMT', 'UTC').replace('-', '−');
    const plain = (instant: Date): string =>
      (instant.getUTCSeconds() === 0 ? minutes : seconds).format(instant);
    const say = (instant: Date): string => `${day(instant)} ${plain(instant)}`;
    const hour = 3_600_000;
    return {
      name: (instant) => part(names, instant),
      day,
      clock: (instant) => {
        const isTwice = [-hour, hour].some(
          (step) => say(new Date(instant.getTime() + step)) === say(instant),
        );
        return plain(instant) + (isTwice ? ` (${offset(instant)})` : '');
      },
      say,
      offset,
    };
  } catch {
    return undefined;
  }
}

/** The tab keeps what was chosen, where it may. */
function remember(isReaders: boolean): void {
  try {
    if (isReaders) sessionStorage.setItem(key, 'reader');
    else sessionStorage.removeItem(key);
  } catch {
    // A reader who allows no storage chooses on each page anew.
  }
}

function recall(): boolean {
  try {
    return sessionStorage.getItem(key) === 'reader';
  } catch {
    return false;
  }
}
