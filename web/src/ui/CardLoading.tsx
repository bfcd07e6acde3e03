import { useLingui } from '@lingui/react/macro';
import css from './CardState.module.css';
import { useAfter } from './useAfter';

interface CardLoadingProps {
  /** Heights of the grey shapes, top to bottom: those of what comes. */
  shapes?: number[];
}

export function CardLoading({ shapes = [18, 18, 56] }: CardLoadingProps) {
  const { t } = useLingui();
  const shown = useAfter(150);
  return (
    <div className={css.shapes} role="status" aria-label={t`Loading`} data-shown={shown}>
      {shapes.map((height, index) => (
        <span
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          className={css.shape}
          style={{ blockSize: height, inlineSize: `${[86, 60, 100, 74][index % 4]}%` }}
        />
      ))}
    </div>
  );
}
