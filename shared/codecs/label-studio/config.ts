import { hasChoices } from '../../model/attribute-kinds.ts';
import { type LabelDef, type RelationDef, type Schema } from '../../model/schema.ts';
import { continuationType } from '../continuation.ts';
import { type Control, controlNames, controls } from './controls.ts';

/**
 * The labelling config of a Schema. `value` is what people see, in Persian; `alias` is the id, and stands in the results. Relations have no
 * alias and are named by their ids. The style keeps blanks and line ends, without which saved offsets would shift.
 */
export function configText(schema: Schema): string {
  const { label, entity, links, text } = controlNames;
  const lines = [
    '<View>',
    '  <Style>.htx-text{white-space:pre-wrap;direction:rtl;text-align:right}</Style>',
    ...element('Labels', { name: label, toName: text }, schema.labels.map(labelTag)),
    ...controls(schema).flatMap(controlTag),
    ...textArea(entity, 'شخص یا نهاد', schema.labels.filter((one) => one.entity)),
    ...textArea(links, 'پیوند به شخص یا نهاد', labelsWithLinks(schema)),
    ...element('Relations', {}, [...schema.relations.map(relationTag), tag('Relation', { value: continuationType(schema) })]),
    `  ${tag('Text', { name: text, value: '$text', granularity: 'symbol' })}`,
    '</View>',
  ];
  return `${lines.join('\n')}\n`;
}

const labelsWithLinks = ({ labels, relations }: Schema): readonly LabelDef[] =>
  labels.filter(({ id }) => relations.some(({ toEntity, from }) => toEntity && from.includes(id)));

type Attributes = Readonly<Record<string, string>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Controls have no place in XML, and a name needs none. */
const escaped = (value: string): string =>
  value.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ' ').replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const opening = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
const tag = (name: string, attributes: Attributes): string => `<${opening(name, attributes)}/>`;
const element = (name: string, attributes: Attributes, inside: readonly string[]): readonly string[] =>
  [`  <${opening(name, attributes)}>`, ...inside.map((line) => `    ${line}`), `  </${name}>`];

const labelTag = ({ id, name, key, colour }: LabelDef): string =>
  tag('Label', { value: shown(name.fa, id), alias: id, background: colour.light.ink, ...(key !== null && { hotkey: String(key) }) });
const relationTag = ({ type }: RelationDef): string => tag('Relation', { value: type });

/** A name of blanks would be no name. */
const shown = (name: string, id: string): string => (name.trim() === '' ? id : name);

/** Editors of 2021 drop what stands in a control that is for several Labels: one that is, is shown for all. */
const perRegion = (labels: readonly string[]): Attributes => ({
  toName: controlNames.text, perRegion: 'true', visibleWhen: 'region-selected', ...(labels.length === 1 && { whenLabelValue: labels.join() }),
});

function controlTag({ name, attribute, label }: Control): readonly string[] {
  const area = { name, ...perRegion([label]), placeholder: attribute.name.fa, maxSubmissions: '1' };
  if (!hasChoices(attribute.kind)) return [`  ${tag('TextArea', area)}`];
  const choices = attribute.choices.map((one) => tag('Choice', { value: shown(one.name.fa, one.id), alias: one.id }));
  return element('Choices', { name, ...perRegion([label]), choice: 'single' }, choices);
}

const textArea = (name: string, placeholder: string, labels: readonly LabelDef[]): readonly string[] =>
  labels.length === 0 ? [] : [`  ${tag('TextArea', { name, ...perRegion(labels.map(({ id }) => id)), placeholder })}`];
