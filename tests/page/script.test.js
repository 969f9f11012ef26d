import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { openPage, say, startBrowser } from './browser.js';
import { change, startWatch } from './watch.js';

let watch;
let browser;
before(async () => {
  [watch, browser] = await Promise.all([startWatch(), startBrowser()]);
  await watch.says(/ELIZA listens/);
});
after(async () => { await browser?.close(); await watch?.stop(); });

let original;
let open;
beforeEach(async () => {
  original = await readFile(watch.script, 'utf8');
  open = await openPage(browser, watch.url);
});
afterEach(async () => {
  await open.close();
  await writeFile(watch.script, original);
  assert.deepEqual(open.complaints, []);
});

const text = (page) => page.getByLabel('Text of the script');
const file = () => readFile(watch.script, 'utf8');
const rowOf = (content, part) => content.split('\n').findIndex((row) => row.includes(part)) + 1;

/** Replaces words in the editor as a user does: selects them and types. */
async function edit(page, from, to) {
  await text(page).evaluate((area, words) => {
    area.focus();
    const start = area.value.indexOf(words);
    area.setSelectionRange(start, start + words.length);
  }, from);
  await page.keyboard.insertText(to);
}

describe('The pane of the script', () => {
  it('lights the lines that made the reply, and tells which rules the talk has used', async () => {
    const { page } = open;
    await say(page, 'Sorry about that.');
    const line = rowOf(original, "Please don't apologize.");
    const lit = page.locator(`#gutter > :nth-child(${line})`);
    await lit.and(page.locator('.lit.used')).waitFor();
    assert.equal(await page.locator(`#gutter > :nth-child(${line + 1})`).getAttribute('class'), 'unused');
    assert.match(await page.locator('#coverage').textContent(), /^This talk has used \d+ of \d+ lines with rules/);
    assert.ok(await page.locator(`#back > :nth-child(${line})`).evaluate((row) => {
      const [code, at] = [document.getElementById('code'), row].map((one) => one.getBoundingClientRect());
      return at.top >= code.top && at.bottom <= code.bottom;
    }), 'the line is in view');
  });

  it('is where a place in the trace leads, also when lines were put in before it', async () => {
    const { page } = open;
    await say(page, 'Sorry about that.');
    await edit(page, original.split('\n')[0], '# one\n# two\n# three');
    await page.locator('.step.chosen .place').last().click();
    assert.equal((await text(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd))).trim(), "reasmb: Please don't apologize.");
  });

  it('shows what is wrong while one types, goes there, and mends it', async () => {
    const { page } = open;
    await edit(page, 'reasmb: goto what', 'reasmb: goto waht');
    const finding = page.locator('#findings li').filter({ hasText: "There is no keyword 'waht'" });
    await finding.waitFor();
    assert.equal(await page.locator('#findings-sum').textContent(), '1 error, 0 warnings');
    assert.equal(await page.locator('#back mark.error').textContent(), 'waht');
    assert.equal(await file(), original, 'nothing is saved');
    await finding.getByRole('button').first().click();
    assert.equal(await text(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), 'waht');
    await finding.getByRole('button', { name: 'Mend it' }).click();
    await page.getByText('Nothing is wrong with it.').waitFor();
    assert.equal(await text(page).inputValue(), original);
  });

  it('tries the text on the talk so far without saving it, and goes back', async () => {
    const { page } = open;
    await say(page, 'Sorry about that.');
    await say(page, 'Hello');
    await edit(page, "Please don't apologize.", 'Never mind.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Tried: 1 of 2 replies changed.').waitFor();
    assert.equal(await page.locator('.reply').first().textContent(), 'Never mind.');
    assert.deepEqual(await page.locator('.before').allTextContents(), ["before: Please don't apologize."]);
    assert.equal(await file(), original);
    assert.equal(await say(page, 'Hello again'), await page.locator('.reply').nth(2).textContent());
    await page.getByRole('button', { name: 'Back to the saved script' }).click();
    await page.getByText('Replayed: 1 of 3 replies changed.').waitFor();
    assert.equal(await page.locator('.reply').first().textContent(), "Please don't apologize.");
  });

  it('does not try what has an error, and says where that is', async () => {
    const { page } = open;
    const reply = await say(page, 'Sorry about that.');
    await edit(page, "Please don't apologize.", '(9)');
    await page.getByRole('button', { name: 'Try' }).click();
    await page.getByRole('alert').getByText(`It cannot be tried: line ${rowOf(original, "Please don't apologize.")}:`).waitFor();
    assert.equal(await page.locator('.reply').textContent(), reply);
  });

  it('writes the file with Ctrl-S, and the talk is said again to the new script', async () => {
    const { page } = open;
    await say(page, 'Sorry about that.');
    await edit(page, "Please don't apologize.", 'Never mind.');
    await page.getByText('not saved', { exact: true }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Replayed: 1 of 1 replies changed.').waitFor();
    assert.equal(await page.locator('.reply').textContent(), 'Never mind.');
    assert.equal(await file(), original.replace("Please don't apologize.", 'Never mind.'));
    assert.equal(await page.locator('#rebuilt').isVisible(), false);
  });

  it('shows both texts when the file was saved meanwhile, and the author chooses', async () => {
    const { page } = open;
    await edit(page, "Please don't apologize.", 'Mine.');
    await change(watch.script, "Please don't apologize.", 'Theirs.');
    await page.getByText('was saved by somebody else').waitFor();
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'The file has changed meanwhile' });
    await dialog.waitFor();
    assert.deepEqual((await dialog.locator('.differs').allTextContents()).map((row) => row.trim()), ['reasmb: Theirs.', 'reasmb: Mine.']);
    await page.keyboard.press('Escape');
    assert.match(await text(page).inputValue(), /Mine\./, 'nothing is lost');
    await page.keyboard.press('Control+s');
    await dialog.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('saved', { exact: true }).waitFor();
    assert.match(await file(), /Mine\./);
    assert.match(open.complaints.splice(0).join(), /409/);
  });

  it('lets two editors save one after the other and neither overwrite the other', async () => {
    const { page } = open;
    const other = await openPage(browser, watch.url);
    await edit(page, "Please don't apologize.", 'The first.');
    await edit(other.page, "Please don't apologize.", 'The second.');
    await page.keyboard.press('Control+s');
    await page.getByText('doctor.txt is saved.').waitFor();
    await other.page.keyboard.press('Control+s');
    await other.page.getByRole('button', { name: 'Take the file’s text' }).click();
    assert.match(await text(other.page).inputValue(), /The first\./);
    assert.match(await file(), /The first\./);
    await other.close();
  });

  it('keeps what is not saved when the page is loaded again', async () => {
    const { page } = open;
    page.on('dialog', (dialog) => dialog.accept());
    await edit(page, "Please don't apologize.", 'A draft.');
    await page.reload();
    await page.getByText('not saved', { exact: true }).waitFor();
    assert.match(await text(page).inputValue(), /A draft\./);
  });

  it('makes a new script from the template, which talks at once; a name that leads elsewhere is refused', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'New script…' }).click();
    const name = page.getByLabel('Name');
    await name.fill('../escaped');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('No script can have this name').waitFor();
    await name.fill('innkeeper');
    await page.keyboard.press('Enter');
    await page.getByText('innkeeper.txt is written.').waitFor();
    assert.equal(await say(page, 'My mother worries me'), 'Tell me about your mother.');
    assert.equal(await readFile(join(dirname(watch.script), 'innkeeper.txt'), 'utf8'), await text(page).inputValue());
    assert.match(open.complaints.splice(0).join(), /400/);
  });
});
