import { Button } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Quota } from '../../api/types';
import { useFormat } from '../../format';
import { ruleWords } from '../ruleWords';
import { useNamed } from '../useNamed';
import { useWords } from '../useWords';
import css from './editor.module.css';
import { ManyDialog } from './ManyDialog';
import { Who } from './Who';
import { EVERY } from './words';

/** One quota, with what the reader may do at its end. */
export function Definition({
  quota,
  start,
  end,
}: {
  quota: Quota;
  start?: ReactNode;
  end?: ReactNode;
}) {
  const { i18n } = useLingui();
  const { number, span } = useFormat();
  const named = useNamed();
  const words = useWords();
  const amount = number.much(quota.rule.currency).count(quota.amount);
  const every = i18n._(EVERY[quota.period_kind]);
  const { name } = quota;
  return (
    <li className={css.row} data-row tabIndex={-1} data-ended={quota.subjects.length === 0}>
      {start}
      <div>
        <p className={css.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={css.rule}>{ruleWords(quota.rule, named.outcome, words)}</p>
      </div>
      <div>
        <p>
          <Trans>
            <b>{amount}</b> {every}
          </Trans>
          {quota.span && (
            <span className={css.small}>
              {' '}
              {span.periodLong('span', { key: '', ...quota.span })}
            </span>
          )}
        </p>
        <p className={css.who}>
          <Who subjects={quota.subjects} currency={quota.rule.currency} />
        </p>
      </div>
      {end}
    </li>
  );
}

/** Every quota with its editor; those that are chosen can be changed at once. */
export function Definitions({
  quotas,
  onEdit,
}: {
  quotas: readonly Quota[];
  onEdit: (quota: Quota) => void;
}) {
  const { t } = useLingui();
  const { number } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState(false);
  const picked = quotas.filter(({ key, subjects }) => chosen.has(key) && subjects.length > 0);
  const n = number.count(picked.length);
  const toggle = (key: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <>
      {picked.length > 0 && (
        <div className={css.picked}>
          <p role="status">
            {t`${plural(picked.length, { one: `${n} quota chosen`, other: `${n} quotas chosen` })}`}
          </p>
          <Button size="xs" onClick={() => setChanging(true)}>
            <Trans>Change or end them</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={() => setChosen(new Set())}>
            <Trans>Choose none</Trans>
          </Button>
        </div>
      )}
      <ul className={css.list}>
        {quotas.map((quota) => {
          const { key, name, subjects } = quota;
          return (
            <Definition
              key={quota.quota_id}
              quota={quota}
              start={
                <input
                  type="checkbox"
                  className={css.choose}
                  aria-label={t`Choose ${name}`}
                  disabled={subjects.length === 0}
                  checked={chosen.has(key) && subjects.length > 0}
                  onChange={() => toggle(key)}
                />
              }
              end={
                <Button
                  variant="default"
                  size="xs"
                  data-primary
                  aria-label={t`Edit ${name}`}
                  onClick={() => onEdit(quota)}
                >
                  <Trans>Edit</Trans>
                </Button>
              }
            />
          );
        })}
      </ul>
      {changing && (
        <ManyDialog
          quotas={picked}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
}
