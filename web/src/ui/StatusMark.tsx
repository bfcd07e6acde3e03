import type { Tone } from './tone';

const shapes: Record<Tone, string> = {
  behind: 'M0.5 1.5h8L4.5 8z',
  on: 'M0.5 3.4h8v2.2h-8z',
  ahead: 'M4.5 1 8.5 7.5h-8z',
};

export function StatusMark({ tone }: { tone: Tone }) {
  return (
    <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden focusable="false">
      <path d={shapes[tone]} fill="currentColor" />
    </svg>
  );
}
