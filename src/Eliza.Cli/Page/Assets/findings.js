// The list of findings of the text.

import { at, button, count, element } from '/page/elements.js';
import * as editor from '/page/editor.js';

const Signs = { error: '✕', warning: '▲', info: 'i' };

/** Shows findings. */
export function showFindings(all, isWritable) {
  const findings = all.filter((finding) => finding.severity !== 'hidden');
  editor.mark({ findings });
  at('findings').replaceChildren(...findings.map((finding) => item(finding, isWritable)));
  const of = (severity) => findings.filter((finding) => finding.severity === severity).length;
  at('findings-sum').textContent = findings.length === 0 ? 'Nothing is wrong with it.' : `${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}`;
}

/** The first error, or null. */
export const firstError = (findings) => findings.find((finding) => finding.severity === 'error') ?? null;

function item(finding, isWritable) {
  const result = element('li', finding.severity);
  const place = button('finding', '', () => editor.goTo(finding.line, finding.column, finding.endLine === finding.line ? finding.endColumn : null));
  place.append(
    element('span', 'sign', Signs[finding.severity]),
    element('span', 'where', `${finding.line}:${finding.column} ${finding.severity} ${finding.id}`),
    element('span', 'message', finding.message),
  );
  result.append(place);
  if (isWritable && finding.replacements.length > 0) result.append(button('mend', 'Mend it', () => editor.replace(finding.replacements)));
  return result;
}
