import { type ConfigName, configNames } from '../codecs/hugging-face/configs.ts';
import { type Layer, layersOf } from '../codecs/hugging-face/layers.ts';
import { type Loss } from '../codecs/loss-report.ts';
import { type AttributeDef, type LabelDef } from '../model/schema.ts';
import { fewArticles } from '../agreement/score.ts';
import { type GammaOn } from '../agreement/scores-for-card.ts';
import { type MeasuredOn } from './card-ground.ts';
import { cardHead } from './card-head.ts';
import { type DatasheetFacts } from './datasheet-facts.ts';
import { table, todo } from './markdown.ts';
import { missingForRelease } from './missing-for-release.ts';
import { rehydrateFile } from './rehydrate.ts';
import { yamlOf } from './yaml.ts';

/**
 * The dataset's `README.md`: the metadata that the Hub reads, then every part of a datasheet. What nobody has told yet is `TODO`, and
 * `missingForRelease` names it. Same facts, same text.
 */
export function card(facts: DatasheetFacts): string {
  const parts = sections.map(([title, body]) => `## ${title}\n\n${body(facts)}\n`);
  return `---\n${yamlOf(cardHead(facts))}---\n\n# ${todo(facts.title)}\n\n${notice(facts)}${parts.join('\n')}`;
}

const notice = (facts: DatasheetFacts): string => {
  const missing = missingForRelease(facts);
  return missing.length === 0 ? '' : `> Draft, not for release. Still to be told: ${missing.join(', ')}.\n\n`;
};

type Section = readonly [title: string, body: (facts: DatasheetFacts) => string];

const sections: readonly Section[] = [
  ['Summary', ({ summary, version, date }) => `${todo(summary)}\n\nVersion ${todo(version)}${date === null ? '' : `, ${date}`}.`],
  ['How to load it', loading],
  ['Tables and columns', tables],
  ['Splits', splits],
  ['Labels', labels],
  ['Source of the texts', source],
  ['Licence and rights', rights],
  ['Annotators', annotators],
  ['Annotation process', ({ process }) => todo(process)],
  ['Agreement', agreement],
  ['What is not in it', losses],
  ['Known limits', ({ limits }) => todo(limits)],
  ['Personal data', ({ personalData }) => todo(personalData)],
  ['Intended use', ({ intendedUse }) => todo(intendedUse)],
  ['Out-of-scope use', ({ outOfScopeUse }) => todo(outOfScopeUse)],
  ['Changelog', changelog],
  ['Citation', ({ citation }) => todo(citation)],
  ['Contact', ({ contact }) => todo(contact)],
];

const units = {
  'code-point': 'Unicode code points, from 0, and ends are exclusive**: what Python counts in a `str`. JavaScript and Java count\n'
    + 'UTF-16 code units: there, an emoji before a span moves it by one.',
  'utf-16': 'UTF-16 code units, from 0, and ends are exclusive**: what JavaScript and Java count. Python counts code points:\n'
    + 'there, an emoji before a span moves it by one.',
  grapheme: 'grapheme clusters, from 0, and ends are exclusive**: letters as readers see them.',
  none: 'nothing: the format has no offsets.**',
} as const satisfies Record<DatasheetFacts['codec']['offsetUnit'], string>;

function loading({ splits: all, form, codec, text }: DatasheetFacts): string {
  const split = all.find(({ tables: own }) => own.some(({ name }) => name === 'documents'))?.name ?? 'train';
  const program = `\`\`\`python
from datasets import load_dataset

for row in load_dataset("path/to/this/folder", "documents", split="${split}"):
    for span in row["spans"]:
        for fragment in span["fragments"]:
            assert row["text"][fragment["start"]:fragment["end"]] == fragment["text"]
\`\`\``;
  const first = text.kind === 'offsets' ? `Put the texts back first (\`python3 ${rehydrateFile} TEXTS\`), and load the folder that the script makes.\n\n` : '';
  return `${first}${form ? program : `Format: ${codec.title}.`}\n\n**Every offset counts ${units[codec.offsetUnit]}`;
}

const meaning = {
  documents: 'One row an article, with the set of annotations that stands for it: the adjudicated one, else the one that got furthest. '
    + 'Beside the judgements of everybody only what was adjudicated stands for an article. `set_role` says which; it is null where none does.'
    + ' A span has one fragment or, where the reporter interrupts, several.',
  bio: 'The same annotations as one tag a token and layer (IOB2), of articles that were read to the end. Tokens are cut at every edge of a '
    + 'span; each fragment begins with `B-`. `left_out` counts the spans that tags cannot show, because a longer one of their layer covers them.',
  judgements: 'One row an article and annotator, with that annotator’s own spans. `seen` says whether the article was read to the end: only '
    + 'then does an absent span mean that nothing was found.',
  soft: 'One row an article that several annotators have read to the end. Spans that share at least half of their tokens (Jaccard, one '
    + 'layer, one span an annotator) are one cluster; `share` is `votes` divided by `n_seen`.',
  majority: 'One row an article that several annotators have read to the end: the clusters that more than half of them marked under one label, with the '
    + 'borders that most of them gave and the attributes that more than half gave. Counted, not adjudicated.',
} as const satisfies Record<ConfigName, string>;

const timesOfJsonLines = `

\`datasets\` reads a column of JSON Lines in which every text is a date as times, and declared as text it comes out as \`2024-08-02 00:00:00\`: take
the first ten characters. The Parquet form has no such trap.`;

function tables({ schema, splits: all, form }: DatasheetFacts): string {
  const release = `Label schema: \`${schema.id}\` ${schema.version}.`;
  if (!form) return release;
  const names = configNames.filter((name) => all.some((split) => split.tables.some((one) => one.name === name)));
  const layers = layersOf(schema).map(({ column, labels: own }: Layer) => [`\`${column}\``, own.join(', ')]);
  const parts = names.map((name) => `- \`${name}\`: ${meaning[name]}`).join('\n');
  return `${parts}

Layers of \`bio\`, \`soft\` and \`majority\`:

${table(['column', 'labels'], layers)}

Attributes are lists of names and values, all text. \`published\` is Gregorian (\`2024-08-02\`), \`published_jalali\` the same day in the Iranian
calendar (\`1403/05/12\`). ${release}${form === 'jsonl' ? timesOfJsonLines : ''}`;
}

function splits({ splits: all, grouping }: DatasheetFacts): string {
  const counts = all.map(({ name, articles, groups, annotations }) => [name, articles, groups ?? '–', annotations]);
  const parts = [table(['split', 'articles', 'groups', 'annotations'], counts)];
  if (all.length < 2) return parts.join('\n\n');
  parts.push(`Articles of one group (copies, follow-ups) are in one split. ${todo(grouping?.method)}`);
  const thresholds = (grouping?.thresholds ?? []).map(({ name, value }) => `- ${name}: ${value}`);
  if (thresholds.length > 0) parts.push(thresholds.join('\n'));
  if (grouping) parts.push(grouping.seed === null ? 'Nothing was drawn, so there is no seed.' : `Seed: \`${grouping.seed}\`.`);
  const closest = (grouping?.closest ?? []).map(({ articles, titles, splits: pair, jaccard }) =>
    [titles[0] || articles[0], pair[0], titles[1] || articles[1], pair[1], `${jaccard} %`]);
  if (closest.length > 0) parts.push(`The most alike in different splits:\n\n${table(['article', 'split', 'article', 'split', 'shared'], closest)}`);
  return parts.join('\n\n');
}

function labels({ schema, definitions, guideline: { told, found } }: DatasheetFacts): string {
  const rows = schema.labels.map(({ id, name }) => [`\`${id}\``, `${name.fa}: ${todo(definitions[id]?.fa)}`, `${name.en}: ${todo(definitions[id]?.en)}`]);
  const relations = schema.relations.map(({ type, name, from, to, toEntity }) =>
    [`\`${type}\``, name.fa, name.en, `${from.join(', ')} → ${to.join(', ')}${toEntity ? ', or an entity' : ''}`]);
  return [
    `Guideline: ${eitherOf(told, found)}`,
    table(['label', 'فارسی', 'English'], rows),
    ...schema.labels.filter(({ attributes }) => attributes.length > 0).map(attributesOf),
    ...(relations.length > 0 ? [table(['relation', 'فارسی', 'English', 'from → to'], relations)] : []),
  ].join('\n\n');
}

function attributesOf({ id, attributes }: LabelDef): string {
  const rows = attributes.map((one) => [`\`${one.id}\``, one.name.fa, one.name.en, valuesOf(one)]);
  return `Attributes of \`${id}\`:\n\n${table(['attribute', 'فارسی', 'English', 'values'], rows)}`;
}

const valueForms = { text: 'text', time: 'Jalali date or ISO 8601 duration', 'follow-up': 'log: what became of it, day by day' } as const;

function valuesOf({ kind, choices }: AttributeDef): string {
  if (kind === 'choice' || kind === 'option') return choices.map(({ id, name }) => `\`${id}\` (${name.fa})`).join(', ');
  return valueForms[kind];
}

function source({ publishers, published, collection, text }: DatasheetFacts): string {
  const names = publishers.found.map(({ name, articles }) => [name, articles]);
  const isTold = names.length === 0 || publishers.told !== null;
  return [
    `Published: ${eitherOf(published.told, published.found && `${published.found.from} to ${published.found.to}`)}`,
    `Collection: ${todo(collection)}`,
    ...(isTold ? [`Publishers: ${todo(publishers.told)}`] : []),
    ...(names.length > 0 ? [table(['publisher', 'articles'], names)] : []),
    ...textsOf(text),
  ].join('\n\n');
}

/** What a person has said and what the records show, or that neither says anything. */
const eitherOf = (told: string | null, found: string | null): string => todo([told, found].filter((part) => part !== null).join('. '));

function textsOf(text: DatasheetFacts['text']): readonly string[] {
  switch (text.kind) {
    case 'full':
      return [];
    case 'offsets':
      return [`The texts are not in it: \`${rehydrateFile}\` puts them back where you have them, and checks each by its hash.`];
    case 'windows':
      return [
        `Of each text only what stands within ${text.codePoints} characters of an annotation is in it.`
        + (text.named ? '' : ' Articles bear pseudonyms: title, address, file and hash of the whole text stayed with the publisher of this dataset.'),
      ];
  }
}

function rights({ annotationLicence, textRights }: DatasheetFacts): string {
  return `Annotations: ${todo(annotationLicence)}\n\nTexts: ${todo(textRights)}`;
}

function annotators({ people, machines, names, annotators: about }: DatasheetFacts): string {
  const said = { own: '', pseudonyms: ' People bear pseudonyms.', merged: ' All people bear one pseudonym.' } as const;
  return `People: ${people}; machines: ${machines}.${said[names]}\n\n${todo(about)}`;
}

function agreement({ agreement: { told, found, measuredOn } }: DatasheetFacts): string {
  const scores = found.map(({ metric, label, value, interval, n, articles, coverage, leftOut }) => [
    label === null ? 'all' : `\`${label}\``, metric, numberOf(value), interval ? interval.map(numberOf).join(' to ') : '–', n, articles, leftOut,
    coverage === null ? 'all' : `${(100 * coverage).toFixed(0)} %`,
  ]);
  const head = ['label', 'measure', 'value', '95 % interval', 'n', 'articles', 'articles it says nothing of', 'part of the text it rests on'];
  const said = [...(told !== null || scores.length === 0 ? [todo(told)] : []), ...(scores.length > 0 ? [table(head, scores)] : [])];
  return [...said, ...(measuredOn ? judgedOn(measuredOn) : [])].join('\n\n');
}

/** How far those who are compared judged for themselves; nothing where nobody shared an Article. */
function judgedOn({ articles, reworked, proposed, annotations, gamma }: MeasuredOn): readonly string[] {
  const sentences = [
    ...(articles > 0 ? [`Measured on articles that two people or more finished: ${articles}; intervals are from draws of articles.`] : []),
    ...(articles > 0 && articles < fewArticles ? ['These are few articles: intervals say little.'] : []),
    ...(gamma ? [gammaOn(gamma)] : []),
    ...(reworked > 0 ? [`Left out because somebody handed them in again after they had been given back or opened: ${reworked}.`] : []),
    ...(articles > 0 && proposed > 0 ? [`Of the annotations compared (${annotations}), proposed by a machine and taken: ${proposed}.`] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

const gammaOn = ({ articles, alpha, beta, delta, samples, seed, precision }: GammaOn): string =>
  `Gamma is measured on the first ${articles} of them, with the weights ${alpha} of places and ${beta} of labels, the cost ${delta} of what has no partner, ${samples} chance texts for each article and the seed ${seed}${precision === null ? '' : `; what chance brings is known to ±${(100 * precision).toFixed(1)} % (95 %)`}.`;

/** Two places are what agreement can be told to. */
const numberOf = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

function losses({ losses: all, leftOut }: DatasheetFacts): string {
  const left = leftOut.filter(({ count }) => count > 0).map(({ what, count }) => [what, count]);
  return [...(left.length > 0 ? [table(['left out by choice', 'number'], left)] : []), lossesOf(all)].join('\n\n');
}

/** Ids that a card shows of one kind. */
const idsShown = 200;

function changelog({ changes: { told, found } }: DatasheetFacts): string {
  if (!found) return todo(told);
  const kinds = [['added', found.added], ['changed', found.changed], ['removed', found.removed]] as const;
  const lines = kinds.filter(([, ids]) => ids.length > 0).map(([kind, ids]) => {
    const more = ids.length > idsShown ? ` and ${ids.length - idsShown} more` : '';
    return `- ${kind} (${ids.length}): ${ids.slice(0, idsShown).map((id) => `\`${id}\``).join(', ')}${more}`;
  });
  return `${todo(told)}\n\nArticles, compared with ${found.since}:\n\n${lines.length > 0 ? lines.join('\n') : 'none is different.'}`;
}

function lossesOf(all: readonly Loss[]): string {
  if (all.length === 0) return 'The format holds all that was chosen.';
  const fate = { lossy: 'left out', changed: 'there in another form' } as const;
  const why = { licence: 'its licence does not let it leave', format: 'the format cannot hold it', longest: 'of those over the same characters the longest stays' } as const;
  return table(['code', 'cases', 'what became of it'], all.map(({ code, reason, count, severity }) => [`\`${code}\``, count, reason ? `${fate[severity]}: ${why[reason]}` : fate[severity]]));
}
