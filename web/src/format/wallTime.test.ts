import { expect, it } from 'vitest';
import { instantAt, wallTimeOf } from './wallTime';

it.each([
  ['2026-11-27T09:31', 'Europe/Sofia', '2026-11-27T07:31:00.000Z'],
  ['2026-07-01T00:05', 'Europe/Sofia', '2026-06-30T21:05:00.000Z'],
  ['2026-11-27T09:31', 'America/Phoenix', '2026-11-27T16:31:00.000Z'],
  ['2026-03-29T02:59', 'Europe/Sofia', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T04:00', 'Europe/Sofia', '2026-03-29T01:00:00.000Z'],
])('%s in %s is %s, and back', (wall, zone, instant) => {
  expect(instantAt(wall, zone)).toBe(instant);
  expect(wallTimeOf(instant, zone)).toBe(wall);
});
