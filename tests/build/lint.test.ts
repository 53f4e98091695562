import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../build/project.mjs';

/** Each broken rule once: a rule that reads nothing also reports nothing, and would pass for a green one. */
const broken: readonly (readonly [reason: string, rule: string, file: string, code: string])[] = [
  ['text does not know model', 'naql(arrows-between-rooms)', 'shared/text/a.ts', `import '../model/article.ts';`],
  ['a dynamic import is an import', 'naql(arrows-between-rooms)', 'shared/text/b.ts', `export const b = import('../model/article.ts');`],
  ['a type import is an import', 'naql(arrows-between-rooms)', 'shared/text/c.ts', `export type C = import('../model/article.ts').Article;`],
  ['a re-export is an import', 'naql(arrows-between-rooms)', 'shared/text/d.ts', `export * from '../model/article.ts';`],
  ['codecs and exchange are strangers', 'naql(arrows-between-rooms)', 'shared/codecs/a.ts', `import '../exchange/log.ts';`],
  ['commands and codecs are strangers', 'naql(arrows-between-rooms)', 'shared/commands/a.ts', `import '../codecs/codec.ts';`],
  ['what is compared does not know what is counted', 'naql(arrows-between-rooms)', 'shared/compare/a.ts', `import '../agreement/metric.ts';`],
  ['agreement and commands are strangers', 'naql(arrows-between-rooms)', 'shared/agreement/a.ts', `import '../commands/command.ts';`],
  ['the model reads no messages', 'naql(arrows-between-rooms)', 'shared/model/a.ts', `import '../messages/screens.ts';`],
  ['nobody in shared reads seeds', 'naql(arrows-between-rooms)', 'shared/model/b.ts', `import '../../seeds/schema.json';`],
  ['nobody in shared knows the boundary', 'naql(arrows-between-rooms)', 'shared/model/c.ts', `import '../bridge.ts';`],
  ['shared does not know renderer', 'naql(arrows-between-rooms)', 'shared/model/d.ts', `import '../../renderer/store/a.ts';`],
  ['renderer does not know electron', 'naql(arrows-between-rooms)', 'renderer/bridge/a.ts', `import '../../electron/main.ts';`],
  ['electron does not know renderer', 'naql(arrows-between-rooms)', 'electron/a.ts', `import '../renderer/store/a.ts';`],
  ['only electron reads the version', 'naql(arrows-between-rooms)', 'renderer/ui/d.ts', `import '../../package.json';`],
  ['no product code knows tests', 'naql(arrows-between-rooms)', 'electron/b.ts', `import '../tests/a.ts';`],
  ['editor and store are strangers', 'naql(arrows-between-rooms)', 'renderer/editor/a.ts', `import '../store/a.ts';`],
  ['store and editor are strangers', 'naql(arrows-between-rooms)', 'renderer/store/b.ts', `import '../editor/b.ts';`],
  ['ui does not know views', 'naql(arrows-between-rooms)', 'renderer/ui/a.ts', `import '../views/library/a.ts';`],
  ['two views are strangers', 'naql(arrows-between-rooms)', 'renderer/views/library/b.ts', `import '../annotate/a.ts';`],
  ['views do not know app', 'naql(arrows-between-rooms)', 'renderer/views/library/c.ts', `import '../../app/a.ts';`],
  ['a worker named by URL is known', 'naql(arrows-between-rooms)', 'renderer/ui/b.ts', `export const url = new URL('../workers/a.ts', import.meta.url);`],
  ['Dexie is the store\'s', 'naql(arrows-between-rooms)', 'renderer/views/library/d.ts', `import 'dexie-react-hooks';`],
  ['ProseMirror is the editor\'s', 'naql(arrows-between-rooms)', 'renderer/views/annotate/a.ts', `import 'prosemirror-state';`],
  ['Electron is electron\'s', 'naql(arrows-between-rooms)', 'renderer/bridge/b.ts', `import 'electron';`],
  ['Node is electron\'s', 'naql(arrows-between-rooms)', 'shared/model/e.ts', `import 'node:fs';`],
  ['React is renderer\'s', 'naql(arrows-between-rooms)', 'shared/model/f.ts', `import 'react';`],

  ['no clock', 'naql(no-hidden-input)', 'shared/model/g.ts', 'export const g = Date.now();'],
  ['no clock in a Date', 'naql(no-hidden-input)', 'shared/model/h.ts', 'export const h = new Date();'],
  ['no chance', 'naql(no-hidden-input)', 'shared/model/i.ts', 'export const i = Math.random();'],
  ['no locale', 'naql(no-hidden-input)', 'shared/model/j.ts', 'export const j = (1).toLocaleString();'],
  ['no collation', 'naql(no-hidden-input)', 'shared/model/k.ts', `export const k = 'a'.localeCompare('b');`],
  ['no Intl', 'naql(no-hidden-input)', 'shared/model/l.ts', 'export const l = Intl.Segmenter;'],

  ['no HTML into an element', 'naql(no-html-from-text)', 'renderer/ui/i.ts', `export const i = (place: Element, text: string): void => void (place.innerHTML = text);`],
  ['no HTML beside an element', 'naql(no-html-from-text)', 'renderer/ui/j.ts', `export const j = (place: Element, text: string): void => place.insertAdjacentHTML('beforeend', text);`],
  ['no HTML into a document', 'naql(no-html-from-text)', 'renderer/ui/k.ts', `export const k = (text: string): void => document.write(text);`],
  ['no HTML through React', 'naql(no-html-from-text)', 'renderer/ui/WebText.tsx', `export const WebText = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;`],

  ['no word by the caret', 'naql(words-by-rectangles)', 'renderer/editor/c.ts', 'export const c = (x: number, y: number) => document.caretRangeFromPoint(x, y);'],
  ['nor by its newer name', 'naql(words-by-rectangles)', 'renderer/editor/d.ts', 'export const d = (page: { caretPositionFromPoint(x: number, y: number): unknown }) => page.caretPositionFromPoint(1, 1);'],
  ['nor as ProseMirror asks for it', 'naql(words-by-rectangles)', 'renderer/editor/e.ts', 'export const e = (view: { posAtCoords(at: object): unknown }) => view.posAtCoords({});'],
  ['no place by it', 'naql(words-by-rectangles)', 'renderer/editor/f.ts', 'export const f = (view: { coordsAtPos(at: number, side: number): unknown }) => view.coordsAtPos(1, 1);'],
  ['nothing inside the text', 'naql(words-by-rectangles)', 'renderer/editor/g.ts', `import { Decoration } from 'prosemirror-view';\nexport const g = Decoration;`],

  ['no empty file name', 'naql(meaningful-names)', 'renderer/ui/text-utils.ts', 'export const m = 1;'],
  ['no empty folder name', 'naql(meaningful-names)', 'renderer/ui/common/n.ts', 'export const n = 1;'],
  ['no empty name in capitals', 'naql(meaningful-names)', 'renderer/ui/FileManager.ts', 'export const o = 1;'],

  ['no circle', 'import(no-cycle)', 'renderer/ui/circle.ts', `import { back } from './circle-back.ts';\nexport const circle = (): number => back();`],
  ['no circle, the other end', 'import(no-cycle)', 'renderer/ui/circle-back.ts', `import { circle } from './circle.ts';\nexport const back = (): number => circle();`],
  ['no default export', 'import(no-default-export)', 'renderer/ui/c.ts', 'export default 1;'],
  ['no any', 'typescript(no-explicit-any)', 'shared/model/o.ts', 'export const o = (value: any): unknown => value;'],
  ['no assertion that something is there', 'typescript(no-non-null-assertion)', 'shared/model/p.ts', `export const p = (value: string | null): string => value!;`],
  ['no forgotten promise', 'typescript(no-floating-promises)', 'renderer/store/c.ts', 'Promise.resolve(1);'],
  ['every case of a union', 'typescript(switch-exhaustiveness-check)', 'shared/model/q.ts', `export function q(value: 'a' | 'b'): void { switch (value) { case 'a': } }`],
  ['no console as an answer', 'eslint(no-console)', 'renderer/store/d.ts', `console.warn('x');`],
  ['no empty catch', 'eslint(no-empty)', 'shared/model/r.ts', 'try { JSON.parse(\'\'); } catch {}'],
  ['no loose equality', 'eslint(eqeqeq)', 'shared/model/s.ts', 'export const s = (value: unknown): boolean => value == 1;'],
  ['hooks in order', 'react-hooks(rules-of-hooks)', 'renderer/ui/H.tsx', `import { useState } from 'react';\nexport function H({ on }: { on: boolean }) { if (on) useState(1); return null; }`],
  ['hooks name what they read', 'react-hooks(exhaustive-deps)', 'renderer/ui/E.tsx', `import { useEffect } from 'react';\nexport function E({ on }: { on: () => void }) { useEffect(() => { on(); }, []); return null; }`],
  ['no words in a component', 'react(jsx-no-literals)', 'renderer/ui/L.tsx', 'export const L = () => <b>Save</b>;'],
  ['pictures have words', 'jsx-a11y(alt-text)', 'renderer/ui/I.tsx', 'export const I = () => <img src="a.png" />;'],
];

const allowed: readonly (readonly [reason: string, file: string, code: string])[] = [
  ['model knows text', 'shared/model/article.ts', `import '../text/offsets.ts';\nexport interface Article { readonly id: string }`],
  ['places of words and of the view', 'renderer/editor/h.ts', `import { EditorView } from 'prosemirror-view';\nexport const h = (view: EditorView, text: Text) => [view.posAtDOM(text, 0), document.createRange().getClientRects()];`],
  ['arrows add up', 'shared/review/a.ts', `import '../text/offsets.ts';`],
  ['views know what they are made of', 'renderer/views/annotate/b.ts', `import '../../store/a.ts';\nimport '../../editor/b.ts';\nimport '../../ui/c.ts';`],
  ['a moment that was handed in', 'shared/model/t.ts', 'export const t = (moment: string): Date => new Date(moment);'],
  ['the command line speaks on the console', 'electron/cli/a.ts', `import 'node:fs';\nconsole.log('x');`],
  ['tests know all', 'tests/b.ts', `import '../renderer/store/a.ts';\nimport '../electron/main.ts';\nimport 'prosemirror-state';`],
];

const rooms = ['shared', 'renderer', 'electron', 'tests'];

interface Finding {
  readonly code: string;
  readonly filename: string;
}

describe('lint rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-lint-'));
  let findings: readonly Finding[] = [];
  let filesRead = 0;

  beforeAll(() => {
    for (const name of ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json']) cpSync(inProject(name), path.join(folder, name));
    // The folder of the rules is read where it is: oxlint finds it beside its configuration.
    for (const name of ['build', 'node_modules']) symlinkSync(inProject(name), path.join(folder, name), 'dir');
    const examples = [...broken.map(([, , file, code]) => ({ file, code })), ...allowed.map(([, file, code]) => ({ file, code }))];
    for (const { file, code } of examples) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${code}\n`);
    }
    for (const room of rooms) cpSync(inProject(room, 'tsconfig.json'), path.join(folder, room, 'tsconfig.json'));
    const oxlint = inProject('node_modules', 'oxlint', 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', ...rooms], { cwd: folder, encoding: 'utf8' });
    const report = JSON.parse(stdout) as { diagnostics: readonly Finding[]; number_of_files: number };
    findings = report.diagnostics;
    filesRead = report.number_of_files;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('read every example', () => expect(filesRead).toBe(broken.length + allowed.length));

  test.each(broken)('%s: %s', (_reason, rule, file) => {
    expect(findings.filter((finding) => finding.filename === file).map(({ code }) => code)).toContain(rule);
  });

  test.each(allowed)('allowed: %s', (_reason, file) => {
    expect(findings.filter((finding) => finding.filename === file && finding.code.startsWith('naql'))).toEqual([]);
  });
});
