import { Trans, useLingui } from '@lingui/react/macro';
import { ApiFault } from '../../api/fault';
import css from './editor.module.css';
import { faultWord } from './words';

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
