export class SignInPage {
  constructor({ page }, { say }) {
    this.page = page;
    this.title = page.getByRole('heading', { name: say('Sign in') });
    this.address = page.getByLabel(say('E-mail address'));
    this.password = page.getByLabel(say('Password'), { exact: true });
    this.refusal = page.getByRole('alert');
  }

  async open() {
    await this.page.goto('/');
    await this.title.waitFor();
  }

  async signIn(address, password) {
    await this.address.fill(address);
    await this.password.fill(password);
    await this.password.press('Enter');
  }
}
