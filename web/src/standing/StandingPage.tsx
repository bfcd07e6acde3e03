import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api/keys';
import { readStanding } from '../api/pipelineCalls';
import type { Standing } from '../api/pipelineTypes';
import css from '../fair/fair.module.css';
import { useFormat } from '../format';
import { CrossSellsCard } from '../pipeline/CrossSellsCard';
import { Card, CardEmpty, ExportLinks, FigureButton, PageHead, QueryCard } from '../ui';
import { BalanceCard } from './BalanceCard';
import balance from './balance.module.css';
import { Choices } from './Choices';
import { CoverageCard } from './CoverageCard';
import { type Opened, RowsDrawer } from './RowsDrawer';
import { StagesCard } from './StagesCard';
import { figuresOf } from './standing';
import { Strip } from './Strip';
import { usePartWord } from './usePartWord';
import { useStandingPlace } from './useStandingPlace';

function Sentence({ standing }: { standing: Standing }) {
  const { number, chance } = useFormat();
  const figures = figuresOf(standing);
  const money = (amount_minor: number) =>
    number.moneyShort({ amount_minor, currency: standing.sold.currency });
  const [sold, more, over] = [money(figures.sold), money(figures.mean), money(figures.over)];
  const range = chance.range(money(figures.low), money(figures.high));
  const [quota, build] = [money(figures.quota ?? 0), money(figures.to_build)];
  return (
    <p style={{ fontSize: 17 }}>
      {standing.over ? (
        <Trans>
          <b>{sold} is sold.</b> The period is over: nothing open counts for it.
        </Trans>
      ) : (
        <Trans>
          <b>
            {sold} is sold; the open opportunities bring {more} more
          </b>{' '}
          ({range}, by how well it is known what is won in the end).
        </Trans>
      )}{' '}
      {figures.quota !== null && figures.to_build > 0 && (
        <Trans>
          Of the {quota} asked, <b>{build} is still to build</b>.
        </Trans>
      )}
      {figures.quota !== null && figures.to_build === 0 && (
        <Trans>
          The {quota} asked is reached on average, with {over} over it.
        </Trans>
      )}
      {figures.quota === null && standing.why_no_quota === 'several' && (
        <Trans>Several stored quotas fit: choose one, and it says what is still to build.</Trans>
      )}
      {figures.quota === null && standing.why_no_quota !== 'several' && (
        <Trans>With a quota it says what is still to build.</Trans>
      )}
    </p>
  );
}

interface FiguresProps {
  standing: Standing;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

function Figures({ standing, opened, onOpen }: FiguresProps) {
  const { t } = useLingui();
  const { number, chance } = useFormat();
  const word = usePartWord();
  const { sold, expected, book, to_build } = standing;
  const rangeOf = ({ low, high }: Standing['expected']) =>
    chance.range(number.moneyShort(low), number.moneyShort(high));
  const parts = [
    { part: 'sold', money: sold, range: null },
    { part: 'expected', money: expected.mean, range: rangeOf(expected) },
    { part: 'book', money: book.mean, range: rangeOf(book) },
  ] as const;
  return (
    <div className={balance.figures}>
      {parts.map(({ part, money, range }) => (
        <div key={part}>
          <p className={css.dim}>{word(part)}</p>
          <FigureButton
            of={word(part)}
            open={opened?.part === part && !opened.stage}
            onOpen={() => onOpen({ part })}
          >
            {number.moneyExact(money)}
          </FigureButton>
          {range !== null && <p className={css.small}>{range}</p>}
        </div>
      ))}
      <div>
        <p className={css.dim}>{t`To build`}</p>
        <b>{to_build === null ? '–' : number.moneyExact(to_build)}</b>
        {to_build === null && <p className={css.small}>{t`No quota`}</p>}
      </div>
    </div>
  );
}

function Notes({ standing }: { standing: Standing }) {
  const { without_value, closes_later, closes_earlier } = standing;
  return (
    <p className={css.dim}>
      {without_value > 0 && (
        <Plural
          value={without_value}
          one="# row has no money that is known and counts nowhere."
          other="# rows have no money that is known and count nowhere."
        />
      )}{' '}
      {closes_later > 0 && (
        <Plural
          value={closes_later}
          one="# open one closes after the period."
          other="# open ones close after the period."
        />
      )}{' '}
      {closes_earlier > 0 && (
        <Plural
          value={closes_earlier}
          one="# open one closes before the period."
          other="# open ones close before the period."
        />
      )}
    </p>
  );
}

function Formula() {
  return (
    <Card>
      <details>
        <summary>
          <Trans>How it is computed</Trans>
        </summary>
        <ul className={css.points}>
          <li>
            <Trans>
              Sold: the sales of the period, of each the part of who is asked for, at the rate of
              its day.
            </Trans>
          </li>
          <li>
            <Trans>
              Expected: what is open in a stage, times the share of all that ever came into it and
              were won in the end. Those that are still open count for as long as they were seen.
            </Trans>
          </li>
          <li>
            <Trans>The range takes the ends of the 80% interval of each share.</Trans>
          </li>
          <li>
            <Trans>To build: the quota less what is sold and less what is expected.</Trans>
          </li>
        </ul>
      </details>
    </Card>
  );
}

/** What is sold, what will come, and what must still be created? */
export default function StandingPage() {
  const { t } = useLingui();
  const { span, date } = useFormat();
  const place = useStandingPlace();
  const { asked } = place;
  const { quota, stored } = place.place;
  const whole = {
    ...asked,
    ...(stored !== undefined && quota === undefined && { quota: stored }),
    ...(quota !== undefined && { quota_minor: Number(quota) }),
  };
  const query = useQuery({
    queryKey: [...keys.standing, 'sums', whole],
    queryFn: ({ signal }) => readStanding(whole, signal),
    placeholderData: (before) => before,
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  const standing = query.data;
  const kind = standing?.period.includes('Q') ? 'quarter' : 'month';
  const line = standing && [
    span.periodLong(kind, { key: standing.period, from: standing.from, to: standing.to }),
    date.dayTime(standing.as_of),
  ];
  return (
    <>
      <PageHead title={t`Standing`} line={line?.join(' · ')} />
      <Choices place={place} standing={standing} />
      <div className={css.cards}>
        <QueryCard query={query} label={t`Standing`} shapes={[36, 30, 60]}>
          {(data) => (
            <>
              <Sentence standing={data} />
              <Strip figures={figuresOf(data)} />
              <Figures standing={data} opened={opened} onOpen={setOpened} />
              <Notes standing={data} />
            </>
          )}
        </QueryCard>
        {standing?.coverage && <CoverageCard coverage={standing.coverage} />}
        {standing &&
          !standing.over &&
          (standing.balance.length > 0 ? (
            <>
              <BalanceCard standing={standing} opened={opened} onOpen={setOpened} />
              {standing.stages.length > 0 && (
                <StagesCard standing={standing} opened={opened} onOpen={setOpened} />
              )}
            </>
          ) : (
            <Card label={t`By stage`}>
              <CardEmpty
                missing={t`Nothing open counts for this period.`}
                then={t`Open opportunities stand here by stage, with what each stage brings on average.`}
              />
            </Card>
          ))}
        <Formula />
        <CrossSellsCard />
        <ExportLinks table="standing-rows" asked={{ ...asked }} />
      </div>
      {opened && <RowsDrawer asked={asked} opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
