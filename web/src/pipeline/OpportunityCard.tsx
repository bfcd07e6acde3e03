import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconClock, IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import { now } from '../api/clock';
import type { Opportunity, StageDays } from '../api/pipelineTypes';
import { isolated, useFormat } from '../format';
import { daysBetween, isLate, whole_px } from './board';
import css from './board.module.css';
import { StageAge } from './StageAge';

export interface CardActs {
  onOpen: (opportunity: Opportunity) => void;
  onMenu: (opportunity: Opportunity, at: HTMLElement) => void;
  onLift: (opportunity: Opportunity) => void;
  onDragEnd: () => void;
  onFocus: (opportunity: Opportunity) => void;
}

interface OpportunityCardProps extends CardActs {
  opportunity: Opportunity;
  /** Null: in the flow of its column. */
  top: number | null;
  height: number;
  /** Part of the rail at its start that its value fills. */
  rail: number;
  toScale: boolean;
  usual: StageDays | undefined;
  today: string;
  lifted: boolean;
  sending: boolean;
  /** Reached by Tab; the others by the arrows. */
  stop: boolean;
}

export function NextStepLine({ opportunity }: { opportunity: Opportunity }) {
  const { date } = useFormat();
  const { next_step, needs_next_step } = opportunity;
  if (needs_next_step) {
    return (
      <span className={css.warn}>
        <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
        <Trans>No next step</Trans>
      </span>
    );
  }
  if (next_step === null) return null;
  const late = isLate(opportunity, now());
  const what = isolated(next_step.what);
  const due = date.day(date.dayOf(next_step.due_at));
  const Icon = late ? IconAlertTriangle : IconClock;
  return (
    <span className={late ? css.warn : css.step}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span className={css.cut} title={next_step.what}>
        {late ? (
          <Trans>
            {what}, was due {due}
          </Trans>
        ) : (
          <Trans>
            {what}, {due}
          </Trans>
        )}
      </span>
    </span>
  );
}

/** One opportunity: whose, what it is worth, what comes next, how long it stands here. */
export const OpportunityCard = memo(function OpportunityCard(props: OpportunityCardProps) {
  const { opportunity, top, height, rail, toScale, usual, today, lifted, sending, stop } = props;
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { name, account, value, pushes, needs_next_step, stage_since } = opportunity;
  const days = daysBetween(date.dayOf(stage_since), today);
  const low = height < whole_px;
  const warns = needs_next_step || isLate(opportunity, now());
  return (
    // It is dragged, and lifted by a key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={css.card}
      style={top === null ? { height } : { position: 'absolute', insetInline: 0, top, height }}
      data-card={opportunity.opportunity_id}
      data-warns={warns || undefined}
      data-lifted={lifted || undefined}
      data-sending={sending || undefined}
      // A card is lifted and moved by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={stop ? 0 : -1}
      draggable
      onFocus={() => props.onFocus(opportunity)}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', name);
        event.dataTransfer.effectAllowed = 'move';
        // Chromium ends a drag whose element changes in the same turn.
        setTimeout(() => props.onLift(opportunity));
      }}
      onDragEnd={props.onDragEnd}
    >
      <span className={css.rail} aria-hidden>
        <span style={{ height: `${Math.round(rail * 100)}%` }} />
      </span>
      <div className={css.line}>
        <button
          type="button"
          className={css.name}
          dir="auto"
          tabIndex={-1}
          data-primary
          title={name}
          onClick={() => props.onOpen(opportunity)}
        >
          {name}
        </button>
        <b className={css.value} title={toScale ? undefined : t`not to scale`}>
          {value === null ? '–' : number.moneyShort(value)}
        </b>
      </div>
      <div className={css.line}>
        <span className={css.dim} dir="auto" title={account?.name}>
          {account?.name ?? t`no account`}
        </span>
        {low && <StageAge days={days} usual={usual} pushes={pushes} short />}
        <button
          type="button"
          className={css.dots}
          tabIndex={-1}
          aria-label={t`Menu of ${name}`}
          aria-haspopup="menu"
          onClick={(event) => props.onMenu(opportunity, event.currentTarget)}
        >
          <IconDots size={16} stroke={1.8} aria-hidden />
        </button>
      </div>
      <NextStepLine opportunity={opportunity} />
      {!low && <StageAge days={days} usual={usual} pushes={pushes} />}
    </li>
  );
});
