import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { ApiFault } from '../../api/fault';
import { endQuota, quotaTagQuery } from '../../api/quotaCalls';
import type { Quota } from '../../api/types';
import { Agreed } from './Agreed';
import { AmountFields } from './AmountFields';
import { bodyOf, type QuotaDraft } from './draft';
import css from './editor.module.css';
import { Preview } from './Preview';
import { RuleFields } from './RuleFields';
import { SubjectFields } from './SubjectFields';
import { useQuotaAct, useStoreQuota } from './useQuotaEditor';
import { faultWord } from './words';

export interface FieldsProps {
  draft: QuotaDraft;
  onChange: (part: Partial<QuotaDraft>) => void;
}

/** Every fault of an answer, in words where there are some. */
export function Faults({ error }: { error: unknown }) {
  const { i18n } = useLingui();
  if (!error) return null;
  const faults = error instanceof ApiFault ? error.problem.faults : [];
  const codes = faults.length > 0 ? faults.map(({ code }) => code) : codeOf(error);
  return (
    <div role="alert" className={css.fault}>
      {codes.length === 0 && <Trans>No answer. Trying again is safe.</Trans>}
      {[...new Set(codes)].map((code) => {
        const word = faultWord(code);
        return <p key={code}>{word ? i18n._(word) : <bdi dir="ltr">{code}</bdi>}</p>;
      })}
    </div>
  );
}

const codeOf = (error: unknown) => (error instanceof ApiFault ? [error.problem.code] : []);

function End({ quota, tag, onDone }: { quota: Quota; tag: string | null; onDone: () => void }) {
  const end = useQuotaAct(endQuota);
  return (
    <>
      <Button
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate({ quota: quota.key, tag }, { onSuccess: onDone })}
      >
        <Trans>End with this period</Trans>
      </Button>
      <Faults error={end.error} />
    </>
  );
}

export function QuotaForm({
  draft,
  quota,
  onChange,
  onCopy,
  onDone,
}: FieldsProps & { quota: Quota | null; onCopy: () => void; onDone: () => void }) {
  const { t } = useLingui();
  const { data: tag = null, isLoading } = useQuery(quotaTagQuery(quota?.key));
  const store = useStoreQuota(quota === null, tag, onDone);
  const body = bodyOf(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body) store.mutate(body);
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.fields}>
        <AmountFields draft={draft} isNew={quota === null} onChange={onChange} />
        <SubjectFields draft={draft} onChange={onChange} />
        <RuleFields draft={draft} onChange={onChange} />
      </div>
      <div className={css.fields}>
        <Preview draft={draft} />
        {quota && <Agreed quota={quota.key} />}
        <Faults error={store.error} />
        <div className={css.foot}>
          <Button type="submit" loading={store.isPending} disabled={body === null || isLoading}>
            {quota === null ? t`Set the quota` : t`Change the quota`}
          </Button>
          {quota && (
            <Button variant="default" onClick={onCopy}>
              <Trans>Make a copy</Trans>
            </Button>
          )}
          {quota && quota.subjects.length > 0 && <End quota={quota} tag={tag} onDone={onDone} />}
        </div>
      </div>
    </form>
  );
}
