import { Trans, useLingui } from '@lingui/react/macro';
import { Kbd, Pill } from '../ui';
import css from './KindPills.module.css';
import type { LetterKey } from '../kind/letters';

interface KindPillsProps {
  keys: LetterKey[];
  chosen: string;
  onChoose: (kind: string) => void;
}

/** The letter that Alt goes with is underlined where the word has it. */
function Marked({ label, letter }: LetterKey) {
  const at = label.toUpperCase().indexOf(letter);
  if (at === -1) return label;
  const after = at + letter.length;
  return (
    <>
      {label.slice(0, at)}
      <span className={css.letter}>{label.slice(at, after)}</span>
      {label.slice(after)}
    </>
  );
}

export function KindPills({ keys, chosen, onChoose }: KindPillsProps) {
  const { t } = useLingui();
  return (
    <div className={css.line}>
      <div className={css.pills} role="group" aria-label={t`Kind`}>
        {keys.map((key) => (
          <Pill
            key={key.word}
            selected={key.word === chosen}
            aria-keyshortcuts={`Alt+${key.letter}`}
            onClick={() => onChoose(key.word)}
          >
            <Marked {...key} />
          </Pill>
        ))}
      </div>
      <span className={css.hint}>
        <Trans>
          <Kbd>Alt</Kbd> + letter
        </Trans>
      </span>
    </div>
  );
}
