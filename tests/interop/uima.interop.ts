import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { unzipped } from '../../shared/codecs/zip.ts';
import { attributeOfFeature, markFeatures } from '../../shared/codecs/uima/feature-name.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { codePoint, offsetMap, utf16 } from '../../shared/text/offsets.ts';
import { exported } from './exported.ts';
import { type SnapshotDocument, snapshotOf } from './snapshot.ts';
import { ran, tool } from './tools.ts';

const java = tool('java');
const uima = tool('uima');
const missing = [java, uima].find((one) => one.kind === 'missing');

/** What ReadXmi.java tells of a feature structure: places in UTF-16 code units, references as ids. */
interface Told {
  readonly type: string;
  readonly begin?: number;
  readonly end?: number;
  readonly covered?: string;
  readonly features: Readonly<Record<string, string>>;
}
interface ToldCas {
  readonly text: string;
  readonly structures: readonly Told[];
}

/** The folder of the compiled reader; made once. */
let classes: string | null = null;

function compiled(javaPath: string, classPath: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-uima-'));
  const { code, output } = ran(path.join(path.dirname(javaPath), 'javac'), ['-d', folder, '-cp', classPath, path.join(import.meta.dirname, 'uima/ReadXmi.java')]);
  if (code !== 0) throw new Error(output);
  return folder;
}

/** All files of the archive, spoilt if a test says so, as UIMA understands them. */
function readByUima(spoil: (xmi: string) => string = (xmi) => xmi) {
  if (java.kind === 'missing' || uima.kind === 'missing') throw new Error('Java or UIMA is missing');
  const { folder, files, fitted } = exported('uima-xmi');
  const [archive] = files;
  if (archive === undefined) throw new Error('nothing was written');
  classes ??= compiled(java.path, uima.path);
  const inside = unzipped({ name: 'a.zip', bytes: readFileSync(archive) }).files;
  const put = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, 'unpacked', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, name.endsWith('.xmi') ? spoil(new TextDecoder().decode(bytes)) : bytes);
    return file;
  };
  const all = inside.map(({ name, bytes }) => put(name, bytes));
  const isXmi = (file: string): boolean => file.endsWith('.xmi');
  const { code, output } = ran(path.join(path.dirname(java.path), 'java'), [
    '-cp', `${classes}${path.delimiter}${uima.path}`, 'ReadXmi', ...all.filter((file) => !isXmi(file)), ...all.filter(isXmi),
  ]);
  if (code !== 0) throw new Error(output);
  return { cases: casesIn(output), fitted };
}

function casesIn(output: string): readonly ToldCas[] {
  const cases: { text: string; structures: Told[] }[] = [];
  for (const line of output.trimEnd().split('\n')) {
    const told = JSON.parse(line) as Told | { readonly file: string; readonly text: string };
    if ('file' in told) cases.push({ text: told.text, structures: [] });
    else cases.at(-1)?.structures.push(told);
  }
  return cases;
}

const mark = 'webanno.custom.Mark';
const own: ReadonlySet<string> = new Set(markFeatures);

/** A CAS in the shape of the snapshot. @throws when UIMA covers another text than the offsets say. */
function documentOf({ text, structures }: ToldCas): SnapshotDocument {
  const offsets = offsetMap(text);
  const point = (offset: number | undefined) => codePoint(offsets.toCodePoint(utf16(offset ?? -1)));
  const of = (type: string): readonly Told[] => structures.filter((one) => one.type === type);
  const spans = new Map<string, SnapshotDocument['spans'][number]>();
  for (const { begin, end, covered, features } of of(mark)) {
    const id = features['id'] ?? '?';
    const fragment = { start: point(begin), end: point(end), text: covered ?? '?' };
    const attributes = Object.entries(features).filter(([name]) => !own.has(name)).map(([name, value]) => [attributeOfFeature(name), value] as const);
    spans.set(id, {
      id,
      label: features['label'] ?? '?',
      fragments: [...(spans.get(id)?.fragments ?? []), fragment],
      attributes: Object.fromEntries(attributes),
      entity: features['entity'] ?? null,
    });
  }
  const relation = (kind: 'span' | 'entity', end: string) => ({ features }: Told) => ({
    id: features['id'] ?? '?', label: features['label'] ?? '?', head: features['Governor'] ?? '?', tail: features[end] ?? '?', tail_kind: kind,
  });
  const set = of('naql.Set')[0]?.features;
  return {
    doc_id: of('naql.Article')[0]?.features['id'] ?? '?',
    text,
    annotator: set?.['annotator'] ?? null,
    role: set?.['role'] ?? null,
    spans: [...spans.values()],
    relations: [
      ...of('webanno.custom.Link').filter(({ features }) => 'id' in features).map(relation('span', 'Dependent')),
      ...of('naql.EntityLink').map(relation('entity', 'entity')),
    ],
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
const inOrder = (documents: readonly SnapshotDocument[]) =>
  documents
    .map((one) => ({ ...one, spans: [...one.spans].sort(byId), relations: [...one.relations].sort(byId) }))
    .sort((a, b) => byId({ id: `${a.doc_id} ${a.annotator} ${a.role}` }, { id: `${b.doc_id} ${b.annotator} ${b.role}` }));

const expected = (fitted: Dataset) => inOrder(snapshotOf(fitted));

describe('Apache UIMA reads our XMI', () => {
  it('finds every text, place, attribute, entity and relation of the snapshot, and not one more', (context) => {
    if (missing?.kind === 'missing') return context.skip(missing.reason);
    const { cases, fitted } = readByUima();
    expect(cases.flatMap(({ structures }) => structures).filter(({ type }) => type === mark).length).toBeGreaterThan(10);
    expect(inOrder(cases.map(documentOf))).toEqual(expected(fitted));
  });

  it('covers every piece with its own words, tokens and sentences included', (context) => {
    if (missing?.kind === 'missing') return context.skip(missing.reason);
    for (const { text, structures } of readByUima().cases)
      for (const { begin, end, covered } of structures) if (begin !== undefined) expect(covered).toBe(text.slice(begin, end));
  });

  it('joins the pieces of an interrupted annotation by links', (context) => {
    if (missing?.kind === 'missing') return context.skip(missing.reason);
    const { cases, fitted } = readByUima();
    const links = cases.flatMap(({ structures }) => structures).filter(({ type, features }) => type === 'webanno.custom.Link' && !('id' in features));
    const further = fitted.sets.flatMap(({ annotations }) => annotations).reduce((sum, { spans }) => sum + spans.length - 1, 0);
    expect(further).toBeGreaterThan(0);
    expect(links.map(({ features }) => features['label'])).toEqual(Array.from({ length: further }, () => 'continuation'));
    for (const { features } of links) expect(features['Governor']).toBe(features['Dependent']);
  });

  for (const [what, spoil] of [
    ['raw line feeds, which XML reads as blanks', (xmi: string) => xmi.replaceAll('&#10;', '\n')],
    ['code points in place of UTF-16', inCodePoints],
  ] as const) it(`and this check fails on ${what}`, (context) => {
    if (missing?.kind === 'missing') return context.skip(missing.reason);
    const { cases, fitted } = readByUima(spoil);
    const told = cases.map((one) => {
      try {
        return documentOf(one);
      } catch {
        return null;
      }
    });
    expect(told.includes(null) || JSON.stringify(inOrder(told.filter((one) => one !== null))) !== JSON.stringify(expected(fitted))).toBe(true);
  });
});

/** Every offset as Python counts it. */
function inCodePoints(xmi: string): string {
  const text = (/sofaString="([^"]*)"/.exec(xmi)?.[1] ?? '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '');
  const offsets = offsetMap(text);
  return xmi.replaceAll(/\b(begin|end)="(\d+)"/g, (_, name: string, offset: string) => `${name}="${offsets.toCodePoint(utf16(Number(offset)))}"`);
}
