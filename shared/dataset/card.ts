import { type Layer, layersOf } from '../codecs/hugging-face/layers.ts';
import { type Loss } from '../codecs/loss-report.ts';
import { type AttributeDef, type LabelDef } from '../model/schema.ts';
import { type CardFacts, type DateRange } from './card-facts.ts';
import { cardHead } from './card-head.ts';
import { table, todo } from './markdown.ts';
import { missingForRelease } from './missing-for-release.ts';
import { yamlOf } from './yaml.ts';

/**
 * The dataset's `README.md`: the metadata that the Hub reads, then every part of a datasheet. What nobody has told yet is `TODO`, and
 * `missingForRelease` names it. Same facts, same text.
 */
export function card(facts: CardFacts): string {
  const parts = sections.map(([title, body]) => `## ${title}\n\n${body(facts)}\n`);
  return `---\n${yamlOf(cardHead(facts))}---\n\n# ${facts.name ?? 'TODO'}\n\n${notice(facts)}${parts.join('\n')}`;
}

const notice = (facts: CardFacts): string => {
  const missing = missingForRelease(facts);
  return missing.length === 0 ? '' : `> Draft, not for release. Still to be told: ${missing.join(', ')}.\n\n`;
};

type Section = readonly [title: string, body: (facts: CardFacts) => string];

const sections: readonly Section[] = [
  ['Summary', ({ summary, version, releaseDate }) => `${todo(summary)}\n\nVersion ${todo(version)}${releaseDate === null ? '' : `, ${releaseDate}`}.`],
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
  ['Changelog', ({ changelog }) => todo(changelog)],
  ['Citation', ({ citation }) => todo(citation)],
  ['Contact', ({ contact }) => todo(contact)],
];

function loading({ splits: all }: CardFacts): string {
  const split = all.find(({ rows }) => (rows.documents ?? 0) > 0)?.name ?? 'train';
  return `\`\`\`python
from datasets import load_dataset

for row in load_dataset("path/to/this/folder", "documents", split="${split}"):
    for span in row["spans"]:
        for fragment in span["fragments"]:
            assert row["text"][fragment["start"]:fragment["end"]] == fragment["text"]
\`\`\`

**Every offset counts Unicode code points, from 0, and ends are exclusive**: what Python counts in a \`str\`. JavaScript and Java count
UTF-16 code units: there, an emoji before a span moves it by one.`;
}

const meaning = {
  documents: 'One row an article, with the set of annotations that stands for it: the adjudicated one, else the one that got furthest. '
    + '`set_role` says which; it is null where nobody has annotated. A span has one fragment or, where the reporter interrupts, several.',
  bio: 'The same annotations as one tag a token and layer (IOB2), of articles that were read to the end. Tokens are cut at every edge of a '
    + 'span; each fragment begins with `B-`. `left_out` counts the spans that tags cannot show, because a longer one of their layer covers them.',
  judgements: 'One row an article and annotator, with that annotator’s own spans. `seen` says whether the article was read to the end: only '
    + 'then does an absent span mean that nothing was found.',
  soft: 'One row an article that several annotators have read to the end. Spans that share at least half of their tokens (Jaccard, one '
    + 'layer, one span an annotator) are one cluster; `share` is `votes` divided by `n_seen`.',
} as const;

function tables({ schema, splits: all }: CardFacts): string {
  const names = (Object.keys(meaning) as (keyof typeof meaning)[]).filter((name) => all.some(({ rows }) => (rows[name] ?? 0) > 0));
  const layers = layersOf(schema).map(({ column, labels: own }: Layer) => [`\`${column}\``, own.join(', ')]);
  const parts = names.map((name) => `- \`${name}\`: ${meaning[name]}`).join('\n');
  return `${parts}

Layers of \`bio\` and \`soft\`:

${table(['column', 'labels'], layers)}

Attributes are lists of names and values, all text. \`published\` is Gregorian (\`2024-08-02\`), \`published_jalali\` the same day in the Iranian
calendar (\`1403/05/12\`). Label schema: \`${schema.id}\` ${schema.version}.`;
}

function splits({ splits: all, grouping }: CardFacts): string {
  const counts = all.map(({ name, documents, groups, annotations, relations }) => [name, documents, groups, annotations, relations]);
  const thresholds = (grouping?.thresholds ?? []).map(({ name, value }) => `- ${name}: ${value}`);
  return [
    table(['split', 'articles', 'groups', 'annotations', 'relations'], counts),
    `Articles of one group (copies, follow-ups) are never in two splits. ${todo(grouping?.method)}`,
    ...(thresholds.length > 0 ? [thresholds.join('\n')] : []),
    `Seed: ${grouping ? `\`${grouping.seed}\`` : todo(null)}.`,
  ].join('\n\n');
}

function labels({ schema, definitions, guidelineVersion }: CardFacts): string {
  const rows = schema.labels.map(({ id, name }) => [`\`${id}\``, `${name.fa}: ${todo(definitions[id]?.fa)}`, `${name.en}: ${todo(definitions[id]?.en)}`]);
  const relations = schema.relations.map(({ type, name, from, to, toEntity }) =>
    [`\`${type}\``, name.fa, name.en, `${from.join(', ')} → ${to.join(', ')}${toEntity ? ', or an entity' : ''}`]);
  return [
    `Guideline version: ${todo(guidelineVersion)}.`,
    table(['label', 'فارسی', 'English'], rows),
    ...schema.labels.filter(({ attributes }) => attributes.length > 0).map(attributesOf),
    ...(relations.length > 0 ? [table(['relation', 'فارسی', 'English', 'from → to'], relations)] : []),
  ].join('\n\n');
}

const attributesOf = ({ id, attributes }: LabelDef): string =>
  `Attributes of \`${id}\`:\n\n${table(['attribute', 'فارسی', 'English', 'values'], attributes.map((one) => [`\`${one.id}\``, one.name.fa, one.name.en, valuesOf(one)]))}`;

const valuesOf = ({ kind, choices }: AttributeDef): string =>
  kind === 'choice' ? choices.map(({ id, name }) => `\`${id}\` (${name.fa})`).join(', ') : kind === 'time' ? 'Jalali date or ISO 8601 duration' : 'text';

function source({ source: { publishers, published, collected } }: CardFacts): string {
  return [
    `Published: ${range(published)}. Collected: ${range(collected)}.`,
    publishers.length > 0 ? table(['publisher', 'articles'], publishers.map(({ name, documents }) => [name, documents])) : `Publishers: ${todo(null)}`,
  ].join('\n\n');
}

const range = (dates: DateRange | null): string => (dates ? `${dates.from} to ${dates.to}` : todo(null));

function rights({ licence, source: { rights: texts } }: CardFacts): string {
  const own = licence && ('id' in licence ? licence.id : `[${licence.name}](${licence.link})`);
  return `Annotations: ${todo(own)}.\n\nTexts: ${todo(texts)}`;
}

function annotators({ annotators: { people, machines, training, background, pay } }: CardFacts): string {
  return [
    `- People: ${people}; machines: ${machines}. Each bears a pseudonym.`,
    `- Training: ${todo(training)}`,
    `- Language background: ${todo(background)}`,
    `- Pay: ${todo(pay)}`,
  ].join('\n');
}

function agreement({ agreement: facts }: CardFacts): string {
  if (!facts) return todo(null);
  if ('absence' in facts) return facts.absence;
  return table(['layer', 'measure', 'value', 'n'], facts.values.map(({ layer, method, value, n }) => [layer, method, value, n]));
}

function losses({ losses: report, withheld }: CardFacts): string {
  const left = withheld.map(({ reason, documents }) => [reason, documents]);
  return [
    left.length > 0 ? table(['withheld because', 'articles'], left) : 'No article was withheld.',
    report ? lossesOf(report.losses) : todo(null),
  ].join('\n\n');
}

const lossesOf = (all: readonly Loss[]): string =>
  all.length === 0
    ? 'Of the annotations, everything is there.'
    : table(['code', 'cases', 'what became of it'], all.map(({ code, count, severity }) => [`\`${code}\``, count, severity === 'lossy' ? 'left out' : 'there in another form']));
