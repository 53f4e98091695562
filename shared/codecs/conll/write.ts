import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type Span } from '../../text/offsets.ts';
import { byteText, encodedText } from '../../text/byte-text.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { documentRecord, viewOf } from '../native/write-record.ts';
import { edgesOf } from '../tokens/cut-at-edges.ts';
import { forcedTokens, tokensWithin } from '../tokens/forced-tokens.ts';
import { articleHeader } from '../tokens/header.ts';
import { type Sentence, tokensBySentence, unbrokenSentences } from '../tokens/sentence-tokens.ts';
import { type Layer, layersOf } from './layers.ts';
import { layerName, tokensSuffix } from './names.ts';
import { type Chunk, outside, type Scheme, tagsOf } from './tags.ts';

/** How a row looks: four columns of CoNLL-2003 with a line before each article, or word and tag with a TAB between. */
export interface Dialect {
  readonly articleStart: string;
  /** What stands between a word and its tag. */
  readonly between: string;
}

export const dialects = {
  conll2003: { articleStart: '-DOCSTART- -X- -X- O\n\n', between: ' -X- -X- ' },
  tab: { articleStart: '', between: '\t' },
} as const satisfies Readonly<Record<string, Dialect>>;

/** `<stem>.tokens.jsonl` with the place of every token, and one column file for each layer. */
export const writeLayers = (dialect: Dialect, scheme: Scheme) => (schema: Schema, stem: string): Writer => {
  const layers = layersOf(schema);
  const nameOf = ({ name }: Layer): string => layerName(stem, name, scheme);
  return {
    add(slice) {
      const [article] = slice.articles;
      if (!article) return [];
      const annotations = slice.sets[0]?.annotations ?? [];
      const found = forcedTokens(article.text, edgesOf(annotations));
      const sentences = unbrokenSentences(tokensBySentence(article.text, found), annotations);
      const bytesOf = columnsOf(article.text, sentences, dialect);
      const starts = startsOf(sentences);
      return [
        { name: `${stem}${tokensSuffix}`, bytes: encodeUtf8(`${JSON.stringify(tokensRecord(slice, sentences))}\n`) },
        ...layers.map((layer) => {
          const chunks = chunksIn(layer, annotations, found);
          return { name: nameOf(layer), bytes: bytesOf(chunks.length === 0 ? null : tagsOf(found.length, chunks, scheme, starts)) };
        }),
      ];
    },
    end: (): readonly NamedBytes[] =>
      [`${stem}${tokensSuffix}`, ...layers.map(nameOf)].map((name) => ({ name, bytes: new Uint8Array() })),
  };
};

/** Of each sentence its first token, by index. */
function startsOf(sentences: readonly Sentence[]): ReadonlySet<number> {
  let count = 0;
  return new Set(sentences.map(({ length }) => (count += length) - length));
}

/** The article with its tokens, sentence by sentence, as [start, end] in code points. */
function tokensRecord({ schema, articles: [article] }: Dataset, sentences: readonly Sentence[]): object {
  if (!article) throw new Error('no article to write');
  const view = viewOf(article);
  const inPoints = ({ start, end }: Span) => [view.offsets.toCodePoint(start), view.offsets.toCodePoint(end)];
  const head = articleHeader(documentRecord(view, null, schema, { entities: [], annotators: [] }), article);
  return { ...head, text: article.text, sentences: sentences.map((tokens) => tokens.map(inPoints)) };
}

/** @throws when an Annotation does not begin and end with a token: then it was not made fit. */
function chunksIn({ labels }: Layer, annotations: AnnotationSet['annotations'], found: readonly Span[]): readonly Chunk[] {
  return annotations.filter(({ label }) => labels.includes(label)).flatMap(({ id, label, spans }) =>
    spans.map((one) => {
      const [first, last] = tokensWithin(found, one) ?? [0, -1];
      if (found[first]?.start !== one.start || found[last]?.end !== one.end)
        throw new Error(`annotation ${id}: its span ${one.start}–${one.end} does not begin and end with a token`);
      return { first, last, label };
    }),
  );
}

/**
 * What an article is in the file of a layer with these tags; `null` where it has no label of the layer. Most sentences have none: their rows are
 * written once, and copied into every layer.
 */
function columnsOf(text: string, sentences: readonly Sentence[], { articleStart, between }: Dialect): (tags: readonly string[] | null) => Uint8Array {
  const words = encodedText(text);
  const untagged = byteText();
  untagged.write(articleStart);
  /** Where each sentence ends among the untagged rows, in bytes; before them the end of what stands above all. */
  const ends = [untagged.length()];
  for (const sentence of sentences) {
    for (const { start, end } of sentence) {
      untagged.writePart(words, start, end);
      untagged.write(`${between}${outside}\n`);
    }
    untagged.write('\n');
    ends.push(untagged.length());
  }
  const bare = untagged.bytes();
  return (tags) => {
    if (!tags) return bare;
    const out = byteText();
    /** Of the bare rows, those before this byte are written. */
    let copied = 0;
    let first = 0;
    for (const [place, sentence] of sentences.entries()) {
      const after = first + sentence.length;
      if (isTagged(tags, first, after)) {
        out.writeBytes(bare, copied, ends[place]);
        for (const [at, { start, end }] of sentence.entries()) {
          out.writePart(words, start, end);
          out.write(between);
          out.write(tags[first + at] as string);
          out.write('\n');
        }
        out.write('\n');
        copied = ends[place + 1] as number;
      }
      first = after;
    }
    out.writeBytes(bare, copied);
    return out.bytes();
  };
}

function isTagged(tags: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tags[at] !== outside) return true;
  return false;
}
