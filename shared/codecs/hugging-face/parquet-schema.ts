import { type SchemaElement } from 'hyparquet';
import { type Column, type Feature } from './feature.ts';

const physical = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  class: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int32: { type: 'INT32' },
  bool: { type: 'BOOLEAN' },
  float64: { type: 'DOUBLE' },
} as const;

/** The schema of a Parquet file, root first. Lists have the three levels of the specification (LogicalTypes, Lists): every reader knows them. */
export const parquetSchemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'schema', num_children: columns.length },
  ...columns.flatMap(({ name, feature }) => elementsOf(name, feature)),
];

function elementsOf(name: string, feature: Feature): readonly SchemaElement[] {
  switch (feature.kind) {
    case 'list':
      return [
        { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', feature.of),
      ];
    case 'struct':
      return [
        { name, repetition_type: 'REQUIRED', num_children: feature.fields.length },
        ...feature.fields.flatMap((field) => elementsOf(field.name, field.feature)),
      ];
    default: {
      const isNullable = feature.kind !== 'class' && feature.nullable === true;
      return [{ name, repetition_type: isNullable ? 'OPTIONAL' : 'REQUIRED', ...physical[feature.kind] }];
    }
  }
}
