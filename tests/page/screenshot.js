// Makes the pictures of the page in docs/images: node screenshot.js [file] [light|dark] [width] [height] [talk|trace|script]

import { openPage, say, startBrowser } from './browser.js';
import { startServer } from './server.js';

const [file = '../../docs/images/page.png', colorScheme = 'light', width = '1280', height = '800', pane = 'talk'] = process.argv.slice(2);
const [server, browser] = await Promise.all([startServer(), startBrowser()]);
try {
  const { page } = await openPage(browser, server.url, { viewport: { width: Number(width), height: Number(height) }, colorScheme });
  for (const line of ['Men are all alike.', "They're always bugging us about something or other.", 'Well, my boyfriend made me come here.', "He says I'm depressed much of the time.", 'Perhaps I could learn to get along with my mom.']) {
    await say(page, line);
  }
  const tab = page.locator(`#tab-${pane}`);
  if (await tab.isVisible()) await tab.click();
  await page.locator('#steps .chosen').first().waitFor({ state: 'attached' });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await server.stop();
}
