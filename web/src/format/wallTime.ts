import type { Instant } from '../api/types';

/** "2026-11-27T09:31": what a clock on the wall shows in a zone, in the form of a field for date and time. */
export function wallTimeOf(when: Instant | Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(when))
    .replace(' ', 'T');
}

/** The instant at which the clock shows it; where clocks were put forward past it, an hour later. */
export function instantAt(wallTime: string, zone: string): Instant {
  const wanted = Date.parse(`${wallTime}Z`);
  const off = (at: number) => wanted - Date.parse(`${wallTimeOf(new Date(at), zone)}Z`);
  const near = wanted + off(wanted);
  return new Date(near + off(near)).toISOString();
}
