import { expect, it } from 'vitest';
import { personName } from '../../../renderer/messages/person-name.ts';
import { translator } from '../../../renderer/messages/translate.ts';
import { whoseWords } from '../../../renderer/views/export/choice-words.ts';
import { sampleAnnotator } from '../../../shared/codecs/standoff/sample-annotator.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';

it('the colleague of the sample is called so in the language of the window, also where an export asks whose work', () => {
  const whose = { kind: 'annotator', annotator: sampleAnnotator.id } as const;
  for (const [language, name] of [['fa', 'نمونه'], ['en', 'Sample']] as const) {
    expect(personName([sampleAnnotator], sampleAnnotator.id, translator(language))).toBe(name);
    expect(whoseWords(whose, [sampleAnnotator], translator(language))).toContain(name);
  }
});

it('everybody else has the name that they gave, and who has none is told by the id', () => {
  const id = 'per-1' as AnnotatorId;
  expect(personName([{ id, kind: 'person', name: 'سارا', version: null }], id, translator('en'))).toBe('سارا');
  expect(personName([], id, translator('en'))).toBe(id);
});
