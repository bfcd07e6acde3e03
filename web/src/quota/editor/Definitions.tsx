import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Quota } from '../../api/types';
import { listOf, useFormat } from '../../format';
import { ruleWords } from '../ruleWords';
import { useNamed } from '../useNamed';
import { useWords } from '../useWords';
import css from './editor.module.css';
import { EVERY, subjectWord } from './words';

const MOST_NAMES = 4;

function Who({ quota }: { quota: Quota }) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  if (quota.subjects.length === 0) return <Trans>ended, asks nobody</Trans>;
  const names = quota.subjects.slice(0, MOST_NAMES).map((subject) => {
    const word = subjectWord(subject);
    const name = typeof word === 'string' ? word : i18n._(word);
    return subject.amount === null ? name : `${name} (${number.count(subject.amount)})`;
  });
  const more = quota.subjects.length - names.length;
  return listOf(more > 0 ? [...names, t`${more} more`] : names, i18n);
}

function Definition({ quota, onEdit }: { quota: Quota; onEdit: () => void }) {
  const { t, i18n } = useLingui();
  const { number, span } = useFormat();
  const named = useNamed();
  const words = useWords();
  const amount = number.count(quota.amount);
  const every = i18n._(EVERY[quota.period_kind]);
  const { name } = quota;
  return (
    <li className={css.row} data-row tabIndex={-1} data-ended={quota.subjects.length === 0}>
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
          <Who quota={quota} />
        </p>
      </div>
      <Button
        variant="default"
        size="xs"
        data-primary
        aria-label={t`Edit ${name}`}
        onClick={onEdit}
      >
        <Trans>Edit</Trans>
      </Button>
    </li>
  );
}

export function Definitions({
  quotas,
  onEdit,
}: {
  quotas: readonly Quota[];
  onEdit: (quota: Quota) => void;
}) {
  return (
    <ul className={css.list}>
      {quotas.map((quota) => (
        <Definition key={quota.quota_id} quota={quota} onEdit={() => onEdit(quota)} />
      ))}
    </ul>
  );
}
