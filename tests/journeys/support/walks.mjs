// The ways that the guide describes, as a person walks them.
import assert from 'node:assert/strict';
import { follow } from './browser.mjs';

/** Web Config: log in as administrator (guide, "Set OAuth 2.0 authentication for the e-mail server", steps 1 and 2). */
export async function logInToWebConfig(page, ready) {
  await page.goto(ready.web_config);
  await page.locator('#log-in').click();
  await page.locator('[name=INPUTT_PASSWORD]').fill(ready.admin_password);
  await page.locator('[name=INPUTT_PASSWORD]').press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('PASSWORD'));
}

/** Network > E-mail Server > Basic, or another mail server's page, with OAuth2 and Exchange Online, then Sign in (steps 3 to 6): the page shows a code. */
export async function askForCode(page, ready, settings = 'NW_EMAIL_BASIC') {
  await page.goto(new URL(`PRESENTATION/ADVANCED/${settings}/TOP`, ready.web_config).href);
  await page.locator('#method-OAUTH2').check();
  await page.locator('#service').selectOption({ index: 0 });
  await follow(page.locator('button.sign-in:visible'));
  await follow(page.locator('#microsoft-sign-in'));
  const code = await page.locator('#code').textContent();
  return { code, address: await page.locator('#verification-uri').getAttribute('href') };
}

/** Waits until the page knows who signed in, and presses OK (steps 12 and 13). */
export async function pressOk(page, account) {
  await page.locator('output.sign-in-account:visible', { hasText: account.user }).waitFor();
  await follow(page.locator('#ok'));
}

/** The cloud's pages from the account on: account, password, what is asked then, permissions. Answers the words of the last page. */
export async function signIn(page, account, { forOrganization = true } = {}) {
  await page.locator('[name=loginfmt]').fill(account.user);
  await page.locator('#idSIButton9').click();
  await page.locator('[name=passwd]').fill(account.password);
  await follow(page.locator('#idSIButton9'));
  // What follows depends on the way in and on what was consented to before: "Are you trying to sign in to …?", permissions, nothing.
  const next = page.locator('#idSIButton9');
  for (let asked = 0; await next.count(); ++asked) {
    assert.ok(asked < 8, `the sign-in asks again and again: ${await page.locator('body').innerText()}`);
    const organization = page.getByRole('checkbox');
    if (forOrganization && await organization.count()) await organization.check();
    await follow(next);
  }
  return page.locator('body').innerText();
}

/** The cloud's pages with a code: code, then as signIn (guide, steps 7 to 11). */
export async function approve(page, address, code, account, options) {
  await page.goto(address);
  await page.locator('[name=otc]').fill(code);
  await page.locator('#idSIButton9').click();
  return signIn(page, account, options);
}

export function accountOf(ready, role = 'Global Administrator') {
  const account = ready.tenant.accounts.find((one) => one.roles.includes(role));
  assert.ok(account, `the demo tenant has no ${role}`);
  return account;
}
