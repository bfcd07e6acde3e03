import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Import } from '../api/importCalls';
import { useFormat } from '../format';
import css from './import.module.css';

function Count({ name, value }: { name: ReactNode; value: number }) {
  const { number } = useFormat();
  return (
    <div data-none={value === 0 || undefined}>
      <dt>{name}</dt>
      <dd>{number.count(value)}</dd>
    </div>
  );
}

/** How many rows there are of each sort. */
export function Counts({ one }: { one: Import }) {
  return (
    <dl className={css.counts}>
      <Count name={<Trans context="rows of an import">added</Trans>} value={one.added} />
      <Count name={<Trans context="rows of an import">changed</Trans>} value={one.changed} />
      <Count name={<Trans context="rows of an import">unchanged</Trans>} value={one.unchanged} />
      <Count name={<Trans context="rows of an import">refused</Trans>} value={one.refused} />
    </dl>
  );
}
