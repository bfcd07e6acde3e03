import type { PaceState } from '../api/types';

export type Tone = 'behind' | 'on' | 'ahead';

const tones: Record<PaceState, Tone> = {
  not_started: 'on',
  behind: 'behind',
  on_pace: 'on',
  ahead: 'ahead',
  made: 'ahead',
  missed: 'behind',
  excused: 'on',
  too_early: 'on',
};

export function toneOf(state: PaceState): Tone {
  return tones[state];
}
