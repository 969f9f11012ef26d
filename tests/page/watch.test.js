import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openPage, say, startBrowser } from './browser.js';
import { change, startWatch } from './watch.js';

describe('A script that is saved', { timeout: 540_000 }, () => {
  let watch;
  let browser;
  before(async () => { [watch, browser] = await Promise.all([startWatch(), startBrowser()]); });
  after(async () => { await browser?.close(); await watch?.stop(); });

  it('is heard at once, tells where a broken one is wrong while the last good one talks, and goes on when it is mended', async () => {
    await watch.says(/ELIZA listens/);
    const { page } = await openPage(browser, watch.url);
    const replay = async () => {
      await page.getByRole('button', { name: 'Replay the conversation' }).click();
      await page.getByText('Replayed: 1 of 1 replies changed.').waitFor();
      return page.locator('.reply').textContent();
    };
    assert.equal(await say(page, 'Sorry about that.'), "Please don't apologize.");

    await change(watch.script, "Please don't apologize.", 'Never mind.');
    assert.equal(await replay(), 'Never mind.');

    await change(watch.script, 'Never mind.', 'Never (9) mind.');
    const lines = (await readFile(watch.script, 'utf8')).split('\n');
    const line = lines.findIndex((text) => text.includes('(9)'));
    assert.ok((await watch.says(/doctor\.txt\(\d+,\d+\): error ELIZA\d+/)).startsWith(`doctor.txt(${line + 1},${lines[line].indexOf('(9)') + 1})`));
    await page.getByText(`doctor.txt has an error on line ${line + 1}:`).waitFor();
    await page.getByText('Its last good version talks on.').waitFor();
    await page.getByRole('button', { name: 'Say it again' }).click();
    await page.getByText('The reply is the same.').waitFor();
    await page.getByRole('button', { name: 'Go there' }).click();
    assert.equal(await page.locator('#text').evaluate((text) => text.value.slice(text.selectionStart, text.selectionEnd)), '(9)');

    await change(watch.script, 'Never (9) mind.', 'Think nothing of it.');
    assert.equal(await replay(), 'Think nothing of it.');
    assert.equal(await page.locator('#broken').isVisible(), false);
  });

  it('is listed when it is new, and the chosen one stays chosen; one that does not work yet says so', async () => {
    const { page } = await openPage(browser, watch.url);
    await writeFile(join(dirname(watch.script), 'aardvark.txt'), 'initial: Hi.\nkey: xnone\n  decomp: *\n    reasmb: goto nowhere\n');
    await page.locator('#model option').getByText('aardvark').waitFor({ state: 'attached' });
    assert.equal(await page.locator('#model').inputValue(), 'doctor');
    await page.locator('#model').selectOption('aardvark');
    await page.getByText('It does not talk yet.').waitFor();
    await page.locator('#findings').getByText("no keyword 'nowhere'").waitFor();
  });
});
