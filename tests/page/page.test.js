import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { openPage, say, startBrowser } from './browser.js';
import { startServer } from './server.js';

const transcriptFile = new URL('../../scripts/transcripts/doctor-1966.tsv', import.meta.url);
const rows = (await readFile(transcriptFile, 'utf8')).trimEnd().split('\n').map((row) => row.split('\t'));

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser.close(); await server.stop(); });

let open;
beforeEach(async () => { open = await openPage(browser, server.url); });
afterEach(async () => {
  await open.close();
  // In no test the page reports an error, breaks its security policy or contacts another server.
  assert.deepEqual(open.complaints, []);
});

const traceOf = (page) => page.locator('#steps');

async function waitForTrace(page, text) {
  await traceOf(page).getByText(text).first().waitFor();
}

describe('A conversation', () => {
  it('goes as it went in 1966', async () => {
    const { page } = open;
    assert.equal(await page.locator('#greeting').textContent(), 'How do you do. Please tell me your problem.');
    for (const [line, reply] of rows) assert.equal(await say(page, line), reply);
    assert.deepEqual(await page.locator('.said').allTextContents(), rows.map(([line]) => line));
  });

  it('is copied as a transcript that the coverage command reads', async () => {
    const { page } = open;
    for (const [line] of rows.slice(0, 3)) await say(page, line);
    await say(page, '# heads');
    await page.getByRole('button', { name: 'Copy transcript' }).click();
    await page.getByText('Copied 4 lines').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, rows.slice(0, 3).map((row) => row.join('\t') + '\n').join('') + ` # heads\t${await page.locator('.reply').nth(3).textContent()}\n`);
  });

  it('is still there when the page is loaded again', async () => {
    const { page } = open;
    const reply = await say(page, rows[0][0]);
    await page.reload();
    await page.locator('.reply').waitFor();
    assert.equal(await page.locator('.reply').textContent(), reply);
    await page.getByRole('button', { name: 'New talk' }).click();
    await page.locator('.reply').waitFor({ state: 'detached' });
  });

  it('takes a line back into the box, says one again, and tells when the talk is over', async () => {
    const { page } = open;
    await say(page, rows[0][0]);
    await say(page, rows[1][0]);
    await page.getByRole('button', { name: 'Say it again' }).click();
    await page.getByRole('status').getByText('The reply is the same.').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.locator('.reply').nth(1).waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('What you say').inputValue(), rows[1][0]);
    assert.equal(await page.locator('#ended').isVisible(), false);
    assert.equal(await say(page, 'bye'), 'Goodbye. Thank you for talking to me.');
    await page.getByText('The talk has ended.').waitFor();
  });

  it('is downloaded as a file that the coverage command reads', async () => {
    const { page } = open;
    for (const [line] of rows.slice(0, 2)) await say(page, line);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download transcript' }).click()]);
    assert.equal(file.suggestedFilename(), 'doctor.tsv');
    assert.equal(await readFile(await file.path(), 'utf8'), rows.slice(0, 2).map((row) => row.join('\t') + '\n').join(''));
  });

  it('has a hint until something is said; an empty message says nothing; the arrow keys bring back what was said', async () => {
    const { page } = open;
    const box = page.getByLabel('What you say');
    await page.getByText('New here?').waitFor();
    await box.fill('   ');
    await page.keyboard.press('Enter');
    await say(page, 'first');
    await say(page, 'second');
    assert.equal(await page.locator('.said').count(), 2);
    assert.equal(await page.locator('#hint').isVisible(), false);
    await box.fill('begun');
    for (const [key, text] of [['ArrowUp', 'second'], ['ArrowUp', 'first'], ['ArrowUp', 'first'], ['ArrowDown', 'second'], ['ArrowDown', 'begun']]) {
      await box.press(key);
      assert.equal(await box.inputValue(), text);
    }
  });

  it('shows what a user types as text', async () => {
    const { page } = open;
    await say(page, 'You are <b>my</b> <img src=x onerror=alert(1)>');
    assert.equal(await page.locator('main img, main .said b').count(), 0);
  });

  it('says what went wrong and keeps the line', async () => {
    const { page } = open;
    await page.route('**/v1/chat/completions', (route) => route.fulfill({ status: 429, json: { error: { message: 'Come back later.' } } }));
    await page.getByLabel('What you say').fill('hello');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Come back later.').waitFor();
    assert.equal(await page.getByLabel('What you say').inputValue(), 'hello');
    assert.equal(await page.locator('.reply').count(), 0);
    assert.match(open.complaints.splice(0).join(), /429/);
  });
});

describe('The trace of a reply', () => {
  it('quotes the script with file and line, and says what each component matched', async () => {
    const { page } = open;
    await say(page, 'It seems that my mother hates me');
    await waitForTrace(page, 'is said, reassembly 1 of 4');
    const lines = (await readFile(new URL('../../scripts/doctor.txt', import.meta.url), 'utf8')).split('\n');
    const heads = await traceOf(page).locator('.head').all();
    assert.ok(heads.length > 5);
    for (const head of heads) {
      const place = await head.locator('.place').textContent();
      const [, number] = /^doctor\.txt:(\d+)$/.exec(place);
      assert.equal(await head.locator('code').textContent(), lines[number - 1].trim().replaceAll(/\s+/g, ' '));
    }
    const said = traceOf(page).locator('.matched').last();
    assert.deepEqual(await said.locator('li').allTextContents(), ['(1)It seems that', '(2)no words', '(3)mother', '(4)hates me']);
  });

  it('is that of the reply one clicks', async () => {
    const { page } = open;
    await say(page, rows[0][0]);
    await say(page, rows[1][0]);
    await waitForTrace(page, rows[1][1]);
    await page.locator('.reply').first().click();
    await waitForTrace(page, 'reasmb: goto dit');
    assert.equal(await traceOf(page).locator('.about').textContent(), '“In what way?”');
  });

  it('follows the arrow keys with Alt, and without it from reply to reply, and Escape goes back to the line', async () => {
    const { page } = open;
    for (const [line] of rows.slice(0, 3)) await say(page, line);
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('ArrowUp');
    await waitForTrace(page, rows[0][1]);
    assert.equal(await page.locator(':focus').textContent(), rows[0][1]);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'line');
  });

  it('names the rule that a recalled memory comes from', async () => {
    const { page } = open;
    for (const [line] of rows.slice(0, -1)) await say(page, line);
    await say(page, rows.at(-1)[0]);
    const step = traceOf(page).locator('.fellBack');
    await step.getByText('the oldest memory is recalled').waitFor();
    const lines = (await readFile(new URL('../../scripts/doctor.txt', import.meta.url), 'utf8')).split('\n');
    const number = /\d+$/.exec(await step.locator('.place').textContent())[0];
    assert.match(lines[number - 1], /^\s*reasmb: Earlier you said your|^\s*reasmb: Let's discuss further why your|^\s*reasmb: Does that have anything to do with/);
  });

  it('breaks a long word instead of running off the edge', async () => {
    const { page } = open;
    await say(page, `my ${'long'.repeat(200)}`);
    await waitForTrace(page, 'longlong');
    for (const id of ['steps', 'exchanges']) assert.ok(await page.locator(`#${id}`).evaluate((box) => box.scrollWidth <= box.clientWidth), id);
  });

  it('is refused with the same error as the reply', async () => {
    const response = await fetch(`${server.url}/trace`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"model":"nobody","messages":[{"role":"user","content":"hi"}]}' });
    assert.equal(response.status, 404);
    assert.equal((await response.json()).error.code, 'model_not_found');
  });
});

describe('The page', () => {
  it('works by the keyboard alone', async () => {
    const { page } = open;
    const reached = [];
    await page.locator('body').press('Tab');
    for (let i = 0; i < 24; i++) {
      reached.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent));
      await page.keyboard.press('Tab');
    }
    for (const control of ['model', 'new', 'copy', 'download', 'theme', 'line', 'Say', 'try', 'text']) assert.ok(reached.includes(control), `${control} among ${reached}`);
  });

  it('fits a phone: nothing is cut off, and talk, trace and script are three tabs', async () => {
    const phone = await openPage(browser, server.url, { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
    const { page } = phone;
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    const shown = async () => (await Promise.all(['talk', 'trace', 'script'].map(async (id) => ((await page.locator(`#${id}`).isVisible()) ? id : '')))).join('');
    await say(page, 'You are like my father in some ways, and this is a long line that has to be broken somewhere.');
    await page.getByText('Choose a reply to see why it was given.').waitFor();
    assert.ok(await fits());
    assert.equal(await shown(), 'talk');
    await page.locator('.reply').tap();
    await waitForTrace(page, 'is said');
    assert.equal(await shown(), 'trace');
    await page.locator('.step.chosen .place').last().tap();
    assert.equal(await shown(), 'script');
    assert.ok(await fits());
    await page.getByRole('tab', { name: 'Talk' }).tap();
    assert.equal(await shown(), 'talk');
    await phone.close();
    assert.deepEqual(phone.complaints, []);
  });

  it('keeps the last message in view when the window becomes smaller', async () => {
    const { page } = open;
    for (const [line] of rows.slice(0, 6)) await say(page, line);
    await page.setViewportSize({ width: 1280, height: 420 });
    await page.waitForFunction(() => {
      const [scroll, last] = [document.getElementById('scroll'), [...document.querySelectorAll('.reply')].at(-1)].map((one) => one.getBoundingClientRect());
      return last.bottom <= scroll.bottom;
    });
  });

  it('is light or dark as the system is, until one chooses', async () => {
    const { page } = open;
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper();
    assert.notEqual(light, dark);
    await page.getByRole('button', { name: 'Colours' }).click();
    assert.equal(await paper(), light);
    await page.reload();
    assert.equal(await paper(), light);
  });

  it('is sent with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const home = await fetch(server.url, { headers: { Accept: 'text/html' } });
    assert.equal(home.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = home.headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|http/);
    assert.doesNotMatch(await home.text(), /<style|style=|<script(?![^>]*src=)|onclick/);
  });

  it('is only for those who ask for HTML: other clients get what the function says', async () => {
    const plain = await fetch(server.url);
    assert.match(plain.headers.get('content-type'), /text\/plain/);
    assert.equal((await fetch(`${server.url}/page/none.js`)).status, 404);
  });
});
