// The buttons Export beside a table, and the file that they bring.
import { readFile } from 'node:fs/promises';

/** RFC 4180: the rows of a text, each an object by the header. */
function rowsOf(text) {
  const rows = [[]];
  let value = '';
  let quoted = false;
  const end = () => {
    rows.at(-1).push(value);
    value = '';
  };
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') {
      value += c;
      at += 1;
    } else if (c === '"') quoted = !quoted;
    else if (quoted) value += c;
    else if (c === ',') end();
    else if (c === '\n') {
      end();
      rows.push([]);
    } else if (c !== '\r') value += c;
  }
  const [header, ...others] = rows.slice(0, -1);
  return others.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
}

export class Exports {
  constructor({ page }, { say }) {
    this.page = page;
    this.word = say('Export');
  }

  link(format) {
    return this.page.getByRole('link', { name: `${this.word} ${format}`, exact: true });
  }

  async #downloaded(button) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), path: await download.path() };
  }

  /** The rows of the CSV, and what the file is called. */
  async csv(button = this.link('CSV')) {
    const { name, path } = await this.#downloaded(button);
    return { name, rows: rowsOf(await readFile(path, 'utf8')) };
  }

  /** What the file is called, and its first two bytes. */
  async workbook() {
    const { name, path } = await this.#downloaded(this.link('XLSX'));
    return { name, begins: (await readFile(path)).subarray(0, 2).toString('latin1') };
  }
}
