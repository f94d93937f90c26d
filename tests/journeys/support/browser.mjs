// Debian's Chromium, driven by Playwright; and the two ways that people walk in it: Web Config and the cloud's pages.
import { chromium } from 'playwright-core';

/** How long a page may take, in milliseconds of real time: on a computer that does much else it is late, not wrong. */
const patience = 120_000;

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', timeout: patience,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page with its own cookies; certificates of the machine's own authority are taken as a user who clicked the warning away takes them. */
export async function openPage(browser, locale = 'en', options = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/** Clicks what leads to another page, and waits until that page is there: a click may be answered before the old page is left, and what a
    journey looks for next often stands on both. */
export async function follow(link) {
  const page = link.page();
  await Promise.all([page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()), link.click()]);
  await page.waitForLoadState('domcontentloaded');
}
