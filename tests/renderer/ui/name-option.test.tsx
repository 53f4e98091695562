// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { NameOption } from '../../../renderer/ui/NameOption.tsx';
import { Select } from '../../../renderer/ui/Select.tsx';

afterEach(cleanup);
const isolated = '\u2068Reuters (TASS)\u2069';
const texts = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

it('a name in a native list stands isolated, with what is said of it outside', () => {
  render(
    <select>
      <NameOption value="a" name="Reuters (TASS)" />
      <NameOption value="b" name="Reuters (TASS)" more="۳" />
    </select>,
  );
  expect(texts()).toEqual([isolated, `${isolated} ۳`]);
});

it('so it does in a list of our own that may hold names', () => {
  render(<Select label="گوینده" value="a" choices={[{ value: 'a', label: 'Reuters (TASS)' }]} onChoose={() => undefined} />);
  expect(texts()).toEqual([isolated]);
});
