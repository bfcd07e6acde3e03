import type { ReactNode } from 'react';
import { Pill } from '../../ui';
import css from './editor.module.css';

interface ChoiceProps<Value extends string> {
  label: ReactNode;
  /** Names the group for who does not see it. */
  name: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onToggle: (value: Value) => void;
  hint?: ReactNode;
}

/** Some of a few, or one of them: what is pressed is chosen. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, name, options, chosen, onToggle, hint } = props;
  return (
    <div role="group" aria-label={name} className={css.choice}>
      <span className={css.label}>{label}</span>
      <div className={css.pills}>
        {options.map(({ value, label: word }) => (
          <Pill key={value} selected={chosen.includes(value)} onClick={() => onToggle(value)}>
            {word}
          </Pill>
        ))}
      </div>
      {hint && <p className={css.hint}>{hint}</p>}
    </div>
  );
}
