import { useLingui } from '@lingui/react/macro';
import type { ReportLine, Verdict } from '../api/types';
import { Chip, type Tone } from '../ui';
import { VERDICT } from './verdictWords';

const TONE: Record<Verdict, Tone | undefined> = {
  met: 'ahead',
  missed: 'behind',
  excused: undefined,
};

/** The verdict in a word with its mark; a proposal says that it is one. */
export function VerdictChip({
  verdict,
  confirmed,
}: Pick<ReportLine, 'verdict'> & { confirmed: boolean }) {
  const { i18n, t } = useLingui();
  const word = i18n._(VERDICT[verdict]);
  const tone = TONE[verdict];
  return (
    <Chip {...(tone && { tone })} outline={!confirmed}>
      {confirmed ? word : t`${word}, proposed`}
    </Chip>
  );
}
