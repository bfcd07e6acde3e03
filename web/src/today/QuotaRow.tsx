import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Pace } from '../api/types';
import { useFormat } from '../format';
import { CountUp, FigureButton, PaceBar, Ratio, StatusChip, useChanged } from '../ui';
import { needLine } from './needLine';
import css from './QuotasCard.module.css';
import { useToday } from '../format/useToday';

interface QuotaRowProps {
  pace: Pace;
  open: boolean;
  onFigure: (figure: HTMLButtonElement) => void;
}

export function QuotaRow({ pace, open, onFigure }: QuotaRowProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { number, span } = format;
  const today = useToday();
  const changed = useChanged(pace.counted);
  const { quota_id, name, counted, amount } = pace;
  return (
    <li className={css.row} data-changed={changed || undefined} data-row tabIndex={-1}>
      <div className={css.line}>
        <span className={css.name} title={name}>
          <Link to="/pace/$quota" params={{ quota: quota_id }} data-primary>
            <bdi>{name}</bdi>
          </Link>
          <span className={css.dim}> · {span.period(pace.period_kind, pace.period, today)}</span>
        </span>
        <Ratio
          done={
            <FigureButton of={name} open={open} onOpen={onFigure}>
              <CountUp value={counted} currency={pace.rule.currency} />
            </FigureButton>
          }
          of={number.much(pace.rule.currency).count(amount)}
        />
      </div>
      <PaceBar
        counted={counted}
        amount={amount}
        expected={pace.expected_by_now}
        band={pace.band}
        currency={pace.rule.currency}
        state={pace.state}
      />
      <div className={css.line}>
        <span className={css.need}>{needLine(pace, format, i18n)}</span>
        <StatusChip state={pace.state} chance={pace.p_reach} />
      </div>
    </li>
  );
}
