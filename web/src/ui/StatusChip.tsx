import { useLingui } from '@lingui/react/macro';
import type { PaceState } from '../api/types';
import { useFormat } from '../format';
import { Chip } from './Chip';
import { toneOf } from './tone';
import { useStateWord } from './useStateWord';

interface StatusChipProps {
  state: PaceState;
  chance: number | null;
}

/** The chance in words of odds while it is open, else the word of the state. */
export function StatusChip({ state, chance }: StatusChipProps) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useStateWord();
  if (state === 'too_early') return <Chip>{t`too few to tell`}</Chip>;
  const open = state === 'behind' || state === 'on_pace' || state === 'ahead';
  const text = open && chance !== null ? format.chance.odds(chance) : word(state);
  if (state === 'excused' || state === 'not_started') return <Chip>{text}</Chip>;
  return <Chip tone={toneOf(state)}>{text}</Chip>;
}
