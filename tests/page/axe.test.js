import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { openPage, say, startBrowser } from './browser.js';
import { change, startWatch } from './watch.js';

const Widths = { 1280: ['talk'], 800: ['trace', 'script'], 390: ['talk', 'trace', 'script'] };

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([startWatch(), startBrowser()]);
  await server.says(/ELIZA listens/);
});
after(async () => { await browser?.close(); await server?.stop(); });

/** What axe finds wrong with the page as it is, in a form that tells where. */
async function violations(page) {
  // Not added as an element of the page, because its security policy would refuse that.
  await page.evaluate(`if (!window.axe) { ${axe.source} }`);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

describe('Axe finds nothing wrong', () => {
  for (const [width, panes] of Object.entries(Widths)) {
    it(`at ${width} px, light and dark: before the talk, with a trace, with findings, a failure, and each dialog`, async () => {
      const { page, close, complaints } = await openPage(browser, server.url, { viewport: { width: Number(width), height: 800 } });
      const holds = async (state) => {
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), [], `${state}, ${colorScheme}`);
        }
      };
      const show = async (pane) => { if (await page.locator(`#tab-${pane}`).isVisible()) await page.locator(`#tab-${pane}`).click(); };
      await holds('at the beginning');
      await say(page, 'It seems that my mother hates me');
      await say(page, 'bye');
      for (const pane of panes) {
        await show(pane);
        await holds(`the pane ${pane}`);
      }
      await show('script');
      await page.getByLabel('Text of the script').fill('key: xnone\ndecomp: *\nreasmb: goto nowhere\n');
      await page.locator('#findings li.error').first().waitFor();
      await page.getByRole('button', { name: 'Try' }).click();
      await page.locator('#failure').waitFor();
      await holds('with findings, after a failure');
      await page.getByRole('button', { name: 'New script…' }).click();
      await holds('with the dialog for a name');
      await page.keyboard.press('Escape');
      await change(server.script, 'DOCTOR', 'Doctor');
      await page.getByText('was saved by somebody else').waitFor();
      await page.keyboard.press('Control+s');
      await page.getByRole('dialog').waitFor();
      await holds('with two texts');
      assert.deepEqual(complaints.filter((one) => !one.includes('409')), []);
      await close();
      await change(server.script, 'Doctor', 'DOCTOR');
    });
  }
});
