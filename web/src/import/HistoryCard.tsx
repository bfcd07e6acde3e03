import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Import } from '../api/importCalls';
import { useFormat } from '../format';
import { CardEmpty, Chip, ExportLinks, QueryCard } from '../ui';
import form from '../team/form.module.css';
import { useImports } from './useImports';
import { stateWords } from './words';

function Row({ one }: { one: Import }) {
  const { t, i18n } = useLingui();
  const { date, number } = useFormat();
  const who = one.actor ?? t`the system`;
  const [added, changed, refused] = [one.added, one.changed, one.refused].map(number.count);
  return (
    <li className={form.item} data-row tabIndex={-1}>
      <span className={form.itemWords}>
        <Link
          to="/import"
          search={{ import: one.import_id }}
          className={form.itemName}
          data-primary
        >
          <bdi>{one.file_name}</bdi>
        </Link>
        <span className={form.itemLine}>
          {date.dayTime(one.created_at)} · <bdi>{who}</bdi> · <bdi>{one.mapping}</bdi>
        </span>
        <span className={form.itemLine}>
          <Trans>
            added {added}, changed {changed}, refused {refused}
          </Trans>
        </span>
      </span>
      <Chip>{i18n._(stateWords[one.state])}</Chip>
    </li>
  );
}

/** What was imported, newest first. */
export function HistoryCard() {
  const { t } = useLingui();
  return (
    <QueryCard query={useImports()} title={t`Imports so far`}>
      {({ items }) =>
        items.length === 0 ? (
          <CardEmpty missing={<Trans>Nothing was imported yet.</Trans>} />
        ) : (
          <>
            <ul className={form.list}>
              {items.map((one) => (
                <Row key={one.import_id} one={one} />
              ))}
            </ul>
            <ExportLinks table="imports" />
          </>
        )
      }
    </QueryCard>
  );
}
