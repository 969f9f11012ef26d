import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openPage, say, startBrowser } from './browser.js';
import { change, startWatch } from './watch.js';

describe('dotnet watch', { timeout: 540_000 }, () => {
  let watch;
  let browser;
  before(async () => { [watch, browser] = await Promise.all([startWatch(), startBrowser()]); });
  after(async () => { await browser?.close(); await watch?.stop(); });

  it('serves each script that is saved, tells where a broken one is wrong, and goes on when it is mended', async () => {
    await watch.says(/Waiting for changes/);
    await watch.says(/ELIZA listens/);
    const { page } = await openPage(browser, watch.url);
    page.setDefaultTimeout(240_000); // a build may take its time
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
    await watch.says(/Fix the error to continue/);

    await change(watch.script, 'Never (9) mind.', 'Think nothing of it.');
    assert.equal(await replay(), 'Think nothing of it.');
  });
});
