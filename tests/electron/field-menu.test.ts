import { describe, expect, it } from 'vitest';
import { fieldMenu } from '../../electron/field-menu.ts';

const editFlags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
const rolesOf = (items: ReturnType<typeof fieldMenu>) => items.map(({ role, type }) => role ?? type);

describe('the menu of the other mouse button', () => {
  it('cuts, copies and pastes in a field, in the language of the window', () => {
    const items = fieldMenu({ isEditable: true, selectionText: '', editFlags }, 'fa');
    expect(rolesOf(items)).toEqual(['cut', 'copy', 'paste', 'separator', 'selectAll']);
    expect(items.map(({ label, enabled }) => [label, enabled])).toEqual([['برش', false], ['رونوشت', false], ['چسباندن', true], [undefined, undefined], ['انتخاب همه', true]]);
    expect(fieldMenu({ isEditable: true, selectionText: '', editFlags }, 'en')[2]).toMatchObject({ role: 'paste', label: 'Paste' });
  });

  it('copies words that are selected elsewhere, and is not there where nothing is', () => {
    expect(rolesOf(fieldMenu({ isEditable: false, selectionText: 'وزیر نیرو', editFlags: { ...editFlags, canCopy: true } }, 'fa'))).toEqual(['copy']);
    expect(fieldMenu({ isEditable: false, selectionText: ' ', editFlags }, 'fa')).toEqual([]);
  });
});
