// What a person types of an estimate, as the server takes it.
import type { EstimateOffer, NewEstimateLine } from '../api/offerTypes';
import type { LineAmount, NewAmount } from '../api/pipelineTypes';

/** What was typed in the smallest units; null when it is no amount. */
type Read = (typed: string) => number | null;

export interface TypedLine {
  line: string;
  description: string;
  quantity: string;
  price: string;
  discount: string;
}

export const blankLine: TypedLine = {
  line: '',
  description: '',
  quantity: '1',
  price: '',
  discount: '',
};

/** A number with at most so many digits behind the point, as a whole number of its last digit; null when it is none. */
export function wholeOf(typed: string, digits: number): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined || part.length > digits) return null;
  return Number(whole + part.padEnd(digits, '0'));
}

/** Null: something is not there, or is no number. */
export function lineOf(typed: TypedLine, read: Read): NewEstimateLine | null {
  const unit_price_minor = read(typed.price);
  const quantity_milli = wholeOf(typed.quantity, 3);
  const discount_bp = typed.discount.trim() === '' ? 0 : wholeOf(typed.discount, 2);
  if (unit_price_minor === null || quantity_milli === null || discount_bp === null) return null;
  if (quantity_milli === 0 || discount_bp > 10_000) return null;
  const description = typed.description.trim();
  return {
    ...(typed.line !== '' && { product_line: typed.line }),
    ...(description !== '' && { description }),
    quantity_milli,
    unit_price_minor,
    discount_bp,
  };
}

/** Null: one of them is not right. */
export function linesOf(typed: readonly TypedLine[], read: Read): NewEstimateLine[] | null {
  const lines = typed.map((each) => lineOf(each, read));
  return lines.includes(null) ? null : lines.filter((each) => each !== null);
}

/** The amounts of an opportunity become exactly those that were agreed: what is not among them is taken off. */
export function amountsAgreed(
  { amounts }: EstimateOffer,
  before: readonly LineAmount[],
): NewAmount[] {
  const keyOf = ({ product_line }: { product_line: { key: string } | null }) =>
    product_line?.key ?? '';
  const agreed = new Set(amounts.map(keyOf));
  const named = (key: string) => (key === '' ? {} : { product_line: key });
  return [
    ...before
      .map(keyOf)
      .filter((key) => !agreed.has(key))
      .map((key) => ({ ...named(key), taken_off: true })),
    ...amounts.map((each) => ({ ...named(keyOf(each)), amount: each.amount })),
  ];
}
