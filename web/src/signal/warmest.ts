import type { Instant, Temperature } from '../api/types';

const rank: Record<Temperature, number> = { hot: 0, warm: 1, cold: 2 };

interface Warm {
  temperature: Temperature;
  at: Instant;
}

/** Warmest first, and the newest first among equals. */
export function byWarmth(a: Warm, b: Warm): number {
  return rank[a.temperature] - rank[b.temperature] || b.at.localeCompare(a.at);
}
