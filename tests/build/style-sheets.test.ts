import { expect, test } from 'vitest';
import stylelint from 'stylelint';
import { inProject } from '../../build/project.mjs';

const refused = async (css: string, file: string, selector = '.a'): Promise<readonly string[]> => {
  const { results } = await stylelint.lint({ code: `${selector} { ${css} }\n`, codeFilename: inProject(...file.split('/')), configFile: inProject('build', 'lint', 'stylelint.json') });
  return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
};

test.each([
  ['a margin on one side', 'margin-left: 1px;', 'renderer/ui/a.css', 'property-disallowed-list'],
  ['a corner by its side', 'border-top-right-radius: 1px;', 'renderer/ui/a.css', 'property-disallowed-list'],
  ['a place by its side', 'left: 1px;', 'renderer/ui/a.css', 'property-disallowed-list'],
  ['text to one side', 'text-align: right;', 'renderer/ui/a.css', 'declaration-property-value-disallowed-list'],
  ['a margin on one side, in the editor too', 'margin-left: 1px;', 'renderer/editor/a.css', 'property-disallowed-list'],
  ['letters apart, which breaks joined script', 'letter-spacing: 1px;', 'renderer/ui/a.css', 'property-disallowed-list'],
  ['letters apart, in the editor too', 'letter-spacing: 1px;', 'renderer/editor/a.css', 'property-disallowed-list'],
  ['italics, which Persian does not have', 'font-style: italic;', 'renderer/ui/a.css', 'declaration-property-value-disallowed-list'],
  ['italics by the short way', 'font: italic 1em serif;', 'renderer/editor/a.css', 'declaration-property-value-disallowed-list'],
  ['a weight that is none of the two', 'font-weight: 700;', 'renderer/ui/a.css', 'declaration-property-value-allowed-list'],
  ['a weight by its name', 'font-weight: bold;', 'renderer/editor/a.css', 'declaration-property-value-allowed-list'],
  ['a property that there is not', 'colour: red;', 'renderer/ui/a.css', 'property-no-unknown'],
  ['a value that there is not', 'display: blok;', 'renderer/ui/a.css', 'declaration-property-value-no-unknown'],
  ['a selector that looks for what is inside, which each node that comes or goes would pay for', '&:has(.b) { color: red; }', 'renderer/ui/a.css', 'selector-pseudo-class-disallowed-list'],
])('refused: %s', async (_reason, css, file, rule) => expect(await refused(css, file)).toEqual([rule]));

test.each(['padding-inline: 2px;', 'margin-inline-start: 1px;', 'border: 1px solid;', 'display: inline-block;', 'float: inline-start;'])(
  'nothing gives a letter of the text room or a box of its own: %s',
  async (css) => expect(await refused(css, 'renderer/editor/a.css', '.paragraph .text')).toEqual(['rule-selector-property-disallowed-list']),
);

test.each([
  ['room around a paragraph', 'padding-inline: 2px; display: block;', 'renderer/editor/a.css'],
  ['the two weights', 'font-weight: var(--weight-strong);', 'renderer/ui/a.css'],
  ['a margin in the direction of the text', 'margin-inline-start: 1px; text-align: start;', 'renderer/ui/a.css'],
  ['no italics where the browser would make them', 'font-style: normal;', 'renderer/ui/a.css'],
  ['a place on a measured rectangle, in the editor', 'left: 1px;', 'renderer/editor/a.css'],
])('allowed: %s', async (_reason, css, file) => expect(await refused(css, file)).toEqual([]));
