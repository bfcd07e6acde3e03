// What axe finds on a page. Nothing is exempt: the few rules that the controls' kit breaks are no serious ones.
import { readFileSync } from 'node:fs';

const source = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** What another look of the same page can break. */
export const coloursOnly = ['color-contrast'];

/** By all rules, or by some. Axe is brought to a document once: half a megabyte takes longer to read than to run. */
export async function seriousFindings(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
  return page.evaluate(async (how) => {
    const { violations } = await window.axe.run(document, how);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => `axe ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
      );
  }, options);
}
