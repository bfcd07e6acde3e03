import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Kbd } from '../ui';
import type { LetterKey } from '../kind/letters';
import css from './OutcomeKeys.module.css';
import { StepHead } from './StepHead';

interface OutcomeKeysProps {
  keys: LetterKey[];
  chosen: string | null;
  onChoose: (outcome: string) => void;
}

const steps: Partial<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowLeft: -1,
};

function stepOf(event: KeyboardEvent): 1 | -1 | undefined {
  const step = steps[event.key];
  const sideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
  const mirrored = sideways && document.documentElement.dir === 'rtl';
  return step && mirrored ? (step === 1 ? -1 : 1) : step;
}

/** One tab stop; arrows move the choice, a letter makes it. */
export function OutcomeKeys({ keys, chosen, onChoose }: OutcomeKeysProps) {
  const { t } = useLingui();
  const stop = keys.some(({ word }) => word === chosen) ? chosen : keys[0]?.word;

  function move(event: KeyboardEvent<HTMLButtonElement>): void {
    const step = stepOf(event);
    if (step === undefined) return;
    event.preventDefault();
    const radios = [...(event.currentTarget.parentElement?.children ?? [])];
    const next = radios.at((radios.indexOf(event.currentTarget) + step) % radios.length);
    if (!(next instanceof HTMLElement)) return;
    onChoose(next.dataset.word ?? '');
  }

  return (
    <div>
      <StepHead hint={t`one letter`}>
        <Trans>Outcome</Trans>
      </StepHead>
      <div className={css.keys} role="radiogroup" aria-label={t`Outcome`}>
        {keys.map(({ word, label, letter }) => (
          <button
            key={word}
            type="button"
            role="radio"
            className={css.key}
            data-word={word}
            aria-checked={word === chosen}
            aria-keyshortcuts={letter}
            tabIndex={word === stop ? 0 : -1}
            data-autofocus={word === stop || undefined}
            onClick={() => onChoose(word)}
            onKeyDown={move}
          >
            <span className={css.letter}>
              <Kbd>{letter}</Kbd>
            </span>
            <span className={css.label}>{label}</span>
            {word === chosen && (
              <IconCheck className={css.check} size={17} stroke={2} aria-hidden />
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
