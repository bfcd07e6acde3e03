import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from './Card';
import { CardError } from './CardError';
import { CardLoading } from './CardLoading';
import { StaleNote } from './StaleNote';

interface QueryCardProps<Data> {
  query: UseQueryResult<Data>;
  title?: ReactNode;
  aside?: (data: Data) => ReactNode;
  note?: ReactNode;
  label?: string;
  flush?: boolean;
  className?: string | undefined;
  shapes?: number[];
  children: (data: Data) => ReactNode;
}

/** A card and its states: shapes while loading, an error with a way out, old figures marked as such. */
export function QueryCard<Data>(props: QueryCardProps<Data>) {
  const { query, aside, shapes, flush = false, children, ...card } = props;
  const { data } = query;
  if (data === undefined) {
    return (
      <Card {...card}>
        {query.isError ? (
          <CardError onRetry={() => void query.refetch()} />
        ) : (
          <CardLoading {...(shapes ? { shapes } : {})} />
        )}
      </Card>
    );
  }
  const head = (
    <>
      <StaleNote at={query.dataUpdatedAt} failed={query.isError} />
      {aside?.(data)}
    </>
  );
  return (
    <Card {...card} flush={flush} aside={card.title ? head : undefined}>
      {children(data)}
    </Card>
  );
}
