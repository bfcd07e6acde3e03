import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CardEmpty, CardError, CardLoading } from '../ui';
import css from './drawer.module.css';
import { EvidenceRow, type ShownRow } from './EvidenceRow';
import type { RuleInPeriod } from './reasonTitle';

interface EvidenceRowsProps {
  pages: UseInfiniteQueryResult<InfiniteData<{ items: readonly ShownRow[] }>>;
  asked: RuleInPeriod;
}

/** The next fifty come when the end of the list is seen; the button does the same by hand. */
function More({ pages }: Pick<EvidenceRowsProps, 'pages'>) {
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '200px' });
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = pages;
  const seen = entry?.isIntersecting === true;
  useEffect(() => {
    if (seen && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [seen, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <div ref={ref} className={css.more}>
      <Button
        variant="default"
        size="xs"
        loading={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        <Trans>Show 50 more</Trans>
      </Button>
    </div>
  );
}

export function EvidenceRows({ pages, asked }: EvidenceRowsProps) {
  const { t } = useLingui();
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  if (rows === undefined) {
    return pages.isError ? (
      <CardError onRetry={() => void pages.refetch()} />
    ) : (
      <CardLoading shapes={[40, 40, 40, 40]} />
    );
  }
  if (rows.length === 0) {
    return (
      <CardEmpty
        missing={t`No activity here yet.`}
        then={t`Each activity of this period is listed here with the reason why it counts or does not.`}
      />
    );
  }
  return (
    <>
      <ul className={css.rows}>
        {rows.map((row) => (
          <EvidenceRow key={row.activity_id} row={row} asked={asked} />
        ))}
      </ul>
      {pages.hasNextPage && <More pages={pages} />}
    </>
  );
}
