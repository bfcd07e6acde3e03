import { Trans } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { Import } from '../api/importCalls';
import { useFormat } from '../format';
import form from '../team/form.module.css';
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
  const unused = one.unused_columns;
  return (
    <>
      <dl className={css.counts}>
        <Count name={<Trans context="rows of an import">added</Trans>} value={one.added} />
        <Count name={<Trans context="rows of an import">changed</Trans>} value={one.changed} />
        <Count name={<Trans context="rows of an import">unchanged</Trans>} value={one.unchanged} />
        <Count name={<Trans context="rows of an import">refused</Trans>} value={one.refused} />
      </dl>
      {unused.length > 0 && (
        <p className={form.itemLine}>
          <Trans>Columns of the file that nothing is read from:</Trans>{' '}
          {unused.map((name, at) => (
            <Fragment key={name}>
              {at > 0 && ', '}
              <bdi>{name}</bdi>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}
