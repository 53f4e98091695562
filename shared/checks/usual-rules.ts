import { type LabelId, type RelationType } from '../model/id.ts';
import { type Schema } from '../model/schema.ts';
import { isStatable, type StatedRule } from '../model/stated-rule.ts';

const label = (id: string) => id as LabelId;
const relation = (type: string) => type as RelationType;

/** What a Schema states that was written before Schemas stated rules; the one that ships states the same (`seeds/schema.json`). */
export const usualRules: readonly StatedRule[] = [
  { id: 'E4-promiser', severity: 'error', label: label('COMMITMENT'), kind: 'links', relation: relation('PROMISED_BY'), least: 1, most: null, when: null },
  { id: 'E4-quote', severity: 'error', label: label('COMMITMENT'), kind: 'within', within: label('QUOTE') },
  { id: 'E7', severity: 'error', label: label('SPEAKER'), kind: 'entity' },
  { id: 'E8', severity: 'error', label: label('CUE'), kind: 'linked', relation: relation('CUED_BY') },
  { id: 'W4', severity: 'warning', label: label('QUOTE'), kind: 'words', most: 120 },
  {
    id: 'W6', severity: 'warning', label: label('QUOTE'), kind: 'links', relation: relation('RESTATES'), least: 1, most: null,
    when: { attribute: 'position', value: 'heading' },
  },
  { id: 'W8-speaker', severity: 'warning', label: label('SPEAKER'), kind: 'linked', relation: null },
  { id: 'W8-deadline', severity: 'warning', label: label('DEADLINE'), kind: 'linked', relation: null },
  { id: 'W8-condition', severity: 'warning', label: label('CONDITION'), kind: 'linked', relation: null },
];

/** The rules that hold in a project of this Schema, of those that are data. */
export const statedRules = (schema: Schema): readonly StatedRule[] => (schema.rules ?? usualRules).filter((rule) => isStatable(schema, rule));
