import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { listKept, type Import } from '../api/importCalls';
import { keys } from '../api/keys';
import { QueryCard } from '../ui';
import form from '../team/form.module.css';
import { codeWords } from './words';

const most_shown = 100;

/** What undo left as it is, and why. */
export function KeptCard({ one }: { one: Import }) {
  const { t, i18n } = useLingui();
  const kept = useQuery({
    queryKey: [...keys.imports, one.import_id, 'kept'],
    queryFn: ({ signal }) => listKept(one.import_id, signal),
    enabled: one.kept > 0,
  });
  if (one.kept === 0) return null;
  return (
    <QueryCard query={kept} title={t`Kept as it is`}>
      {({ items }) => (
        <ul className={form.list}>
          {items.slice(0, most_shown).map(({ id, why }) => (
            <li key={id} className={form.item}>
              <bdi className={form.itemLine}>{id}</bdi>
              <span>{codeWords(why, i18n)}</span>
            </li>
          ))}
        </ul>
      )}
    </QueryCard>
  );
}
