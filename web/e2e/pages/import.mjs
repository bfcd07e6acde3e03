// The page of import, from the file to its undo.

export class ImportPage {
  constructor({ page }, { say }) {
    Object.assign(this, { page, say });
  }

  button = (words) => this.page.getByRole('button', { name: this.say(words), exact: true });
  field = (words, values, context) =>
    this.page.getByLabel(this.say(words, values, context), { exact: true });

  async open() {
    await this.page.goto('/import');
    await this.button('Choose a file').waitFor();
  }

  /** As with the mouse, from another window. */
  async drop(name, text) {
    const dropped = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], fileName, { type: 'text/csv' }));
        return data;
      },
      [name, text],
    );
    const place = this.page.getByText(
      this.say('Drop a file here: CSV, TSV, JSON, a calendar or an address book'),
    );
    await place.dispatchEvent('drop', { dataTransfer: dropped });
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  fromColumn = (field, column) => field.selectOption(`c:${column}`);

  standsFor = (value, word) => this.field('“{value}” stands for', { value }).selectOption(word);

  /** The figure over the word of a sort of rows. */
  async count(sort) {
    const name = this.say(sort, {}, 'rows of an import');
    const group = this.page.locator('dl > div').filter({
      has: this.page.locator('dt', { hasText: new RegExp(`^${name}$`) }),
    });
    return (await group.locator('dd').textContent()).trim();
  }

  /** The status line that begins with the message as far as its first figure. */
  said = (words) => this.page.getByRole('status').filter({ hasText: words });
}
