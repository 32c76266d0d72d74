// Bundles the front end into wwwroot/dist: two entry modules, one style sheet, the icon sprite, and what only
// pages with an editor (editor.js, editor-style.css) or with charts (charts.js) load.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'dist');
const debug = process.argv.includes('--debug');

// SCSS goes through dart-sass, then through esbuild (minify). Bootstrap 5.3 still uses @import and
// the old colour functions; only those known deprecations are silenced, so that our own stay visible.
const scss = {
  name: 'scss',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, args => {
      const result = sass.compile(args.path, {
        loadPaths: [join(here, 'node_modules')],
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      });
      return {
        contents: result.css,
        loader: 'css',
        resolveDir: dirname(args.path),
        watchFiles: result.loadedUrls.map(url => fileURLToPath(url)),
      };
    });
  },
};

// The content policy lets no library turn text into markup (Trusted Types). Three of ours do, to empty an element, to show a message that is text, or
// to read a named character: here they do it without. A version that does it elsewhere stops the build.
const withoutMarkup = [
  { filter: /zrender[\\/]lib[\\/]canvas[\\/]Painter\.js$/, changes: [["root.innerHTML = '';", 'root.replaceChildren();']] },
  {
    filter: /aspnet-client-validation[\\/]dist[\\/]aspnet-validation\.js$/,
    changes: [["spans[i].innerHTML = '';", "spans[i].textContent = '';"], ['spans[i].innerHTML = message;', 'spans[i].textContent = message;'], ['li.innerHTML = ', 'li.textContent = ']],
  },
];
const trusted = {
  name: 'trusted',
  setup(build) {
    build.onResolve({ filter: /^decode-named-character-reference$/ }, () => ({ path: join(here, 'node_modules/decode-named-character-reference/index.js') }));
    for (const { filter, changes } of withoutMarkup) {
      build.onLoad({ filter }, async args => {
        const source = await readFile(args.path, 'utf8');
        const contents = changes.reduce((text, [from, to]) => text.replaceAll(from, to), source);
        if (changes.some(([from]) => !source.includes(from)) || /\.innerHTML = /.test(contents)) throw new Error(`${args.path} makes markup of text in another way than it did.`);
        return { contents, loader: 'js' };
      });
    }
  },
};

// One file with a <symbol> per icon named in src/icons.json; hh-icon refers to it as icons.svg#name.
async function writeSprite() {
  const names = JSON.parse(await readFile(join(here, 'src', 'icons.json'), 'utf8'));
  const symbols = await Promise.all(names.map(async name => {
    const svg = await readFile(join(here, 'node_modules', 'bootstrap-icons', 'icons', `${name}.svg`), 'utf8');
    const body = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 16 16">${body}</symbol>`;
  }));
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
  await writeFile(join(out, 'icons.svg'), sprite);
  return sprite.length;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const result = await esbuild.build({
  absWorkingDir: here,
  entryPoints: { site: 'src/site.ts', work: 'src/work.ts', style: 'src/style.scss', charts: 'src/charts.ts', editor: 'src/editor/editor.ts', 'editor-style': 'src/editor/editor.scss' },
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  target: ['es2022'],
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  metafile: true,
  legalComments: 'linked',
  chunkNames: 'chunk-[hash]',
  loader: { '.svg': 'dataurl' },
  plugins: [scss, trusted],
  logLevel: 'warning',
});
if (result.warnings.length > 0) process.exitCode = 1;

const sizes = Object.entries(result.metafile.outputs).map(([file, output]) => [file.replace(/^.*wwwroot/, 'wwwroot'), output.bytes]);
sizes.push(['wwwroot/dist/icons.svg', await writeSprite()]);
for (const [file, bytes] of sizes) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${file}`);
