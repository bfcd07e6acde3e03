// Widths of texts, so that gutters fit every language.
import type { Measure } from './labels';

const FAMILY = '"Inter Variable","Noto Sans Arabic Variable",system-ui,sans-serif';
const GUESS_PX = 7;

let context: OffscreenCanvasRenderingContext2D | null | undefined;

/** Width in pixels at 12 px; without a canvas a guess on the wide side. */
export const measureText: Measure = (text, weight = 450) => {
  if (context === undefined) {
    context =
      typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  }
  if (!context) return text.length * GUESS_PX;
  context.font = `${weight} 12px ${FAMILY}`;
  return context.measureText(text).width;
};
