// Checks that every relative link in README.md and docs/**/*.md leads to a file, and every #anchor to a heading.
// Addresses of other sites are not fetched: a check that needs the network fails for other people's reasons.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function pages(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pages(path) : entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The text without what only looks like markup: fenced blocks, inline code, comments. Lines keep their numbers. */
function prose(text) {
  const blank = match => match.replace(/[^\n]/g, ' ');
  return text
    .replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[`~]*[ \t]*$/gm, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank);
}

/** Anchors as GitHub makes them: lower case, letters, digits, hyphens and underscores; a second one gets -1. */
function anchors(text) {
  const seen = new Map();
  const found = new Set();
  for (const [, heading] of withoutFences(text).matchAll(/^#{1,6}[ \t]+(.+?)[ \t#]*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const slug = words.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replace(/ /g, '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    found.add(times === 0 ? slug : `${slug}-${times}`);
  }
  for (const [, id] of text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)) found.add(id);
  return found;
}

function withoutFences(text) {
  return text.replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[`~]*[ \t]*$/gm, match => match.replace(/[^\n]/g, ' '));
}

/** [text](target), ![text](target), [label]: target, and href or src in HTML; each with its place in the text. */
function links(text) {
  const patterns = [
    /\]\(\s*<([^>\n]+)>(?:\s+["'][^"'\n]*["'])?\s*\)/g,
    /\]\(\s*([^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)(?:\s+["'][^"'\n]*["'])?\s*\)/g,
    /^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)>?/gm,
    /(?:href|src)="([^"]+)"/g,
  ];
  return patterns.flatMap(pattern => [...text.matchAll(pattern)].map(match => ({ target: match[1], at: match.index })));
}

/** Why a link leads nowhere, or undefined. */
function problem(page, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  let [path, anchor] = target.split('#', 2).map(part => decodeURIComponent(part));
  const file = path === '' ? page : path.startsWith('/') ? join(root, path) : resolve(dirname(page), path);
  if (relative(root, file).startsWith('..')) return 'leads out of the repository';
  if (!existsSync(file)) return 'no such file';
  if (anchor === undefined || !file.endsWith('.md') || statSync(file).isDirectory()) return undefined;
  return anchors(readFileSync(file, 'utf8')).has(anchor) ? undefined : 'no such heading';
}

const checked = [join(root, 'README.md'), ...(existsSync(join(root, 'docs')) ? pages(join(root, 'docs')) : [])];
let count = 0;
const broken = [];
for (const page of checked) {
  if (!existsSync(page)) {
    broken.push(`${relative(root, page)}: no such file`);
    continue;
  }
  const text = prose(readFileSync(page, 'utf8'));
  for (const { target, at } of links(text)) {
    count++;
    const why = problem(page, target);
    if (why) broken.push(`${relative(root, page)}:${text.slice(0, at).split('\n').length}: ${target}: ${why}`);
  }
}
for (const line of broken) console.error(line);
console.log(`${count} links in ${checked.length} files, ${broken.length} broken`);
process.exitCode = broken.length > 0 ? 1 : 0;
