import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import css from './import.module.css';

/** Where one is on the way from a file to its activities: 1 to 4. */
export function Steps({ at }: { at: 1 | 2 | 3 | 4 }) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  // What had the focus is gone with the step before.
  useEffect(() => list.current?.focus(), []);
  const names = [
    <Trans key="1" context="step of an import">
      File
    </Trans>,
    <Trans key="2" context="step of an import">
      Mapping
    </Trans>,
    <Trans key="3" context="step of an import">
      Dry run
    </Trans>,
    <Trans key="4" context="step of an import">
      Import
    </Trans>,
  ];
  return (
    <ol ref={list} tabIndex={-1} className={css.steps} aria-label={t`Steps`}>
      {names.map((name, index) => (
        <li
          key={name.key}
          data-done={index + 1 < at || undefined}
          aria-current={index + 1 === at ? 'step' : undefined}
        >
          <span className={css.stepNumber} aria-hidden>
            {index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
