import { type Uses } from '../../../shared/commands/schema/uses.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type SchemaEditor } from './use-schema-editor.ts';

/** What every piece of this screen works on. */
export interface SchemaDesk {
  readonly schema: Schema;
  /** The whole project: what an edit touches is counted in it. */
  readonly dataset: Dataset;
  readonly uses: Uses;
  readonly editor: SchemaEditor;
}
