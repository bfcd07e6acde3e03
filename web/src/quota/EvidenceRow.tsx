import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { IconCheck, IconDots, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EvidenceItem } from '../api/types';
import css from './drawer.module.css';
import { CorrectForm, VoidForm } from './MendForms';
import { reasonOfRow } from './reasonOfRow';
import type { RuleInPeriod } from './reasonTitle';
import { rowWords } from './rowWords';
import { sourcesWords } from './sourceWords';
import { useNamed } from './useNamed';
import { useWords } from './useWords';

/** Of a team's one number a row says whose it is. */
export type ShownRow = EvidenceItem & { rep_name?: string };

interface EvidenceRowProps {
  row: ShownRow;
  asked: RuleInPeriod;
}

type Mending = 'void' | 'correct' | null;

function RowMenu({ onMend }: { onMend: (mending: Mending) => void }) {
  const { t } = useLingui();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={css.rowMenu}
          aria-label={t`Menu of the row`}
          data-row-menu
          data-primary
        >
          <IconDots size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onMend('correct')}>{t`Correct`}</Menu.Item>
        <Menu.Item onClick={() => onMend('void')}>{t`Void`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function EvidenceRow({ row, asked }: EvidenceRowProps) {
  const { t } = useLingui();
  const words = useWords();
  const named = useNamed();
  const [mending, setMending] = useState<Mending>(null);
  const { date } = words.format;
  const done = () => setMending(null);
  const by = row.rep_name;
  const what = rowWords(row, named.title, words);
  const who = row.contact_name ?? row.account_name;
  const currency = asked.rule.currency;
  const worth =
    row.worth_minor === null || currency === null
      ? null
      : words.format.number.moneyExact({ amount_minor: row.worth_minor, currency });
  const told = [what, worth, by].filter(Boolean).join(' · ');
  const sources = sourcesWords(row.sources, words);
  return (
    <li className={css.row} data-row tabIndex={-1} data-counts={row.counts || undefined}>
      <span className={css.check}>
        {row.counts ? (
          <IconCheck size={16} stroke={2} aria-hidden />
        ) : (
          <IconX size={16} stroke={1.6} aria-hidden />
        )}
        <VisuallyHidden>{row.counts ? t`Counts` : t`Does not count`}</VisuallyHidden>
      </span>
      <p className={css.who} title={`${who ?? ''} · ${told}`}>
        {row.opportunity_id === null ? (
          <bdi className={css.name}>{who ?? t`No contact`}</bdi>
        ) : (
          <Link
            to="/pipeline/$opportunity"
            params={{ opportunity: row.opportunity_id }}
            className={css.name}
          >
            <bdi>{who ?? t`Opportunity`}</bdi>
          </Link>
        )}
        <span className={css.what}> · {told}</span>
      </p>
      <time className={css.when} dateTime={row.occurred_at}>
        {date.dayTime(row.occurred_at)}
      </time>
      {!row.counts && <p className={css.why}>{reasonOfRow(row, asked, named, words)}</p>}
      {sources !== null && <p className={css.why}>{sources}</p>}
      {by === undefined &&
        row.sale_id === null &&
        row.estimate_id === null &&
        row.reason !== 'voided' && <RowMenu onMend={setMending} />}
      {mending === 'void' && <VoidForm row={row} onDone={done} />}
      {mending === 'correct' && <CorrectForm row={row} onDone={done} />}
    </li>
  );
}
