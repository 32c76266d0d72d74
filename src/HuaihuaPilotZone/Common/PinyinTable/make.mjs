// Writes the readings of every Han character of the basic plane: one line per reading, without tones and ü as v,
// the characters that are mostly read so, a tab, and those that are read so besides.
import { writeFile } from 'node:fs/promises';
import { polyphonic } from 'pinyin-pro';

const mostReadings = 3;
const lines = new Map();

for (let code = 0x3400; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code);
  const [spoken = []] = polyphonic(character, { toneType: 'none', type: 'array' });
  const readings = [...new Set(spoken.map(r => r.replaceAll('ü', 'v')))].filter(r => /^[a-z]+$/.test(r)).slice(0, mostReadings);
  for (const [index, reading] of readings.entries()) {
    const line = lines.get(reading) ?? ['', ''];
    line[index === 0 ? 0 : 1] += character;
    lines.set(reading, line);
  }
}

const table = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, [first, others]]) => `${reading}\t${first}\t${others}\n`);
await writeFile(process.argv[2], table.join(''));
