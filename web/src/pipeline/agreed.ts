import type { NewAmount, Opportunity } from '../api/pipelineTypes';
import type { AmountFormat } from '../format/amount';

/** What was typed as agreed for one product line; an empty line is none in particular. */
export interface AmountRow {
  line: string;
  typed: string;
  currency: string;
}

/** What was agreed, and nothing of what stood there before; null when something is no amount, or a line comes twice. */
export function agreedAmounts(
  rows: readonly AmountRow[],
  { amounts }: Pick<Opportunity, 'amounts'>,
  read: AmountFormat['read'],
): NewAmount[] | null {
  const agreed = rows.map(({ line, typed, currency }) => {
    const amount_minor = read(typed, currency);
    if (amount_minor === null) return null;
    return { ...(line !== '' && { product_line: line }), amount: { amount_minor, currency } };
  });
  const lines = new Set(rows.map(({ line }) => line));
  if (lines.size < rows.length || agreed.includes(null)) return null;
  const left = amounts.filter(({ product_line }) => !lines.has(product_line?.key ?? ''));
  const taken_off = left.map(({ product_line }) => ({
    ...(product_line && { product_line: product_line.key }),
    taken_off: true,
  }));
  return [...agreed.filter((each) => each !== null), ...taken_off];
}
