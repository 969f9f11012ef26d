// Debian's Chromium, and pages that collect their errors.

import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export const startBrowser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: flags });

/** A page in a context of its own. `complaints` takes what the console and the security policy report, and requests that leave the server. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => { if (!request.url().startsWith(url) && !request.url().startsWith(`blob:${url}`)) complaints.push(`asked for ${request.url()}`); });
  await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`)));
  await page.goto(url);
  await page.locator('main[aria-busy="false"]').waitFor();
  return { page, complaints, close: () => context.close() };
}

/** Says a line and waits for the whole reply, which the trace follows. */
export async function say(page, text) {
  const before = await page.locator('.reply').count();
  await page.getByLabel('What you say').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.reply').nth(before).and(page.locator('[aria-current="true"]')).waitFor();
  return page.locator('.reply').nth(before).textContent();
}
