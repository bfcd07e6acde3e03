import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { quotaQuery } from '../../api/quotaCalls';
import type { QuotaVersion } from '../../api/types';
import { listOf, useFormat } from '../../format';
import css from './editor.module.css';

function Version({ version }: { version: QuotaVersion }) {
  const { t, i18n } = useLingui();
  const { date, number } = useFormat();
  const from = date.day(version.from);
  const amount = number.much(version.rule.currency).count(version.amount);
  const by = version.set.name || t`the system`;
  const proposer = version.proposed_by;
  const names = listOf(
    version.agreed.map(({ name, at }) => `${name} (${date.day(date.dayOf(at))})`),
    i18n,
  );
  return (
    <li>
      <Trans>
        {amount} from {from} on, set by {by}.
      </Trans>{' '}
      {proposer && <Trans>Proposed by {proposer}.</Trans>}{' '}
      {version.agreed.length > 0 && <Trans>Agreed by {names}.</Trans>}
    </li>
  );
}

/** Every version with who set it, who proposed it and who agreed. */
export function Agreed({ quota }: { quota: string }) {
  const { data } = useQuery(quotaQuery(quota));
  if (data === undefined) return null;
  return (
    <section>
      <h3 className={css.label}>
        <Trans>Set and agreed</Trans>
      </h3>
      <ul className={css.templateList}>
        {[...data.versions].reverse().map((version) => (
          <Version key={version.from} version={version} />
        ))}
      </ul>
    </section>
  );
}
