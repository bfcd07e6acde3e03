// What surrounds every page: banner, side bar or bottom bar, palette, list of keys, the person's menu.

export class Shell {
  constructor({ page, keys }, { say }) {
    Object.assign(this, { page, keys, say });
    this.banner = page.getByRole('complementary', { name: say('Demonstration'), exact: true });
    this.bottomBar = page.locator('nav').filter({ visible: true }).last();
    this.dialog = page.locator('[role="dialog"][aria-modal="true"]');
    this.found = page.getByRole('listbox', { name: say('Found') }).getByRole('option');
    this.paletteField = page.getByRole('combobox', {
      name: say('Search pages, people, accounts and opportunities'),
    });
  }

  async openPalette() {
    await this.keys.press('Control+k');
    await this.paletteField.waitFor();
  }

  async closeDialog() {
    await this.keys.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Opens the menu with language and appearance. */
  async openPersonMenu(name) {
    await this.page
      .getByRole('button', { name: new RegExp(name) })
      .filter({ visible: true })
      .click();
    return this.page.getByRole('radiogroup', { name: this.say('Language') });
  }

  choose(group, label) {
    return this.page
      .getByRole('radiogroup', { name: this.say(group) })
      .getByText(label, { exact: true })
      .click();
  }

  scheme() {
    return this.page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  }

  ground() {
    return this.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  }
}
