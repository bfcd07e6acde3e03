import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { VerdictLine } from '../api/types';
import { useFormat } from '../format';
import { DecideForm } from './DecideForm';
import css from './report.module.css';
import { VerdictChip } from './VerdictChip';
import { VERDICT } from './verdictWords';

function DecidedBy({ line }: { line: VerdictLine }) {
  const { i18n } = useLingui();
  const { date } = useFormat();
  const [who, when] = [line.decided_by ?? '', date.dayTime(line.decided_at ?? line.closed_at)];
  const verdict = i18n._(VERDICT[line.verdict]);
  return (
    <span className={css.dim}>
      {line.confirmed && (
        <Trans>
          <bdi>{who}</bdi> decided on {when}: {verdict}
        </Trans>
      )}
    </span>
  );
}

/** One verdict without the figures behind it, and the form to confirm it. */
export function VerdictRow({ line }: { line: VerdictLine }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const rep = line.rep_name;
  return (
    <li>
      <div className={css.verdictLine}>
        <span className={css.what}>
          <bdi className={css.name}>{rep}</bdi>
          <bdi className={css.dim}>{line.name}</bdi>
        </span>
        <VerdictChip verdict={line.verdict} confirmed={line.confirmed} />
        <DecidedBy line={line} />
        {line.may_decide && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={open}
            aria-label={t`Decide about ${rep}`}
            onClick={() => setOpen(!open)}
          >
            {open ? <Trans>Cancel</Trans> : <Trans>Decide</Trans>}
          </Button>
        )}
      </div>
      {open && (
        <div className={css.deciding}>
          <DecideForm line={line} onDone={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}
