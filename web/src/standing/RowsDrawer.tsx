import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keys } from '../api/keys';
import { listStandingRows, type StandingAsked } from '../api/pipelineCalls';
import type { StandingRow } from '../api/pipelineTypes';
import css from '../fair/fair.module.css';
import { useFormat } from '../format';
import { stageName } from '../pipeline/stageName';
import { DrawerFrame } from '../quota/DrawerFrame';
import { CardEmpty, CardError, CardLoading } from '../ui';
import { usePartWord } from './usePartWord';

function Value({ row }: { row: StandingRow }) {
  const { t } = useLingui();
  const { number } = useFormat();
  if (row.value !== null) return <b>{number.moneyExact(row.value)}</b>;
  const words: Record<string, string> = {
    no_amount: t`no amount yet`,
    'currency.rate.missing': t`no rate of its currency`,
  };
  return <span className={css.dim}>{words[row.why_no_value ?? ''] ?? t`no money known`}</span>;
}

function Row({ row }: { row: StandingRow }) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const name = row.name || (row.account?.name ?? t`Order`);
  const share = row.win_share === null ? null : number.percent(row.win_share);
  const words = [
    row.day && date.day(row.day),
    row.rep.name,
    row.name && row.account?.name,
    share && t`${share} are won from there`,
  ];
  return (
    <li className={css.led}>
      <p className={css.lookWho}>
        {row.opportunity_id === null ? (
          <bdi className={css.strong}>{name}</bdi>
        ) : (
          <Link to="/pipeline/$opportunity" params={{ opportunity: row.opportunity_id }}>
            {name}
          </Link>
        )}
        <Value row={row} />
      </p>
      <p className={css.dim}>{words.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

/** A figure whose rows are shown. */
export interface Opened {
  /** Of both kinds of customers without it. */
  part?: StandingRow['part'];
  /** Only what stands in it. */
  stage?: { stage_id: string; stage: string; name: string };
}

interface RowsDrawerProps {
  asked: StandingAsked;
  opened: Opened;
  onClose: () => void;
}

/** The sales or the open opportunities behind a figure. */
export function RowsDrawer({ asked, opened: { part, stage }, onClose }: RowsDrawerProps) {
  const { t, i18n } = useLingui();
  const partWord = usePartWord();
  const inStage = stage && stageName({ key: stage.stage, name: stage.name }, i18n);
  const title = [inStage, part && partWord(part)].filter(Boolean).join(' · ');
  const rowsAsked = { ...asked, ...(part && { part }), ...(stage && { stage: stage.stage_id }) };
  const query = useQuery({
    queryKey: [...keys.standing, 'rows', rowsAsked],
    queryFn: ({ signal }) => listStandingRows(rowsAsked, signal),
  });
  const rows = query.data?.items;
  return (
    <DrawerFrame title={title} foot={null} onClose={onClose}>
      {rows === undefined &&
        (query.isError ? (
          <CardError onRetry={() => void query.refetch()} />
        ) : (
          <CardLoading shapes={[30, 30, 30]} />
        ))}
      {rows?.length === 0 && <CardEmpty missing={t`Nothing stands behind this figure.`} />}
      <ul>
        {rows?.map((row) => (
          <Row key={`${row.sale_id ?? ''} ${row.opportunity_id ?? ''}`} row={row} />
        ))}
      </ul>
    </DrawerFrame>
  );
}
