const blockBytes = 512;

/**
 * @param {Buffer} block
 * @param {number} start
 * @param {number} length
 */
function textField(block, start, length) {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}

const octalField = (/** @type {Parameters<typeof textField>} */ ...field) => parseInt(textField(...field).trim() || '0', 8);

/**
 * The plain files of a tar archive (ustar, with GNU long names). Folders, links and devices are passed over.
 * @param {Buffer} archive
 * @returns {Generator<{ name: string, executable: boolean, body: Buffer }>}
 */
export function* tarFiles(archive) {
  let longName = '';
  for (let start = 0; start + blockBytes <= archive.length;) {
    const header = archive.subarray(start, start + blockBytes);
    if (header.every((byte) => byte === 0)) return;
    const size = octalField(header, 124, 12);
    const body = archive.subarray(start + blockBytes, start + blockBytes + size);
    start += blockBytes + Math.ceil(size / blockBytes) * blockBytes;

    const type = String.fromCharCode(header[156] || 0x30);
    if (type === 'L') {
      longName = textField(body, 0, body.length);
      continue;
    }
    const prefix = textField(header, 345, 155);
    const name = longName || (prefix ? `${prefix}/` : '') + textField(header, 0, 100);
    longName = '';
    if (type === '0') yield { name, executable: (octalField(header, 100, 8) & 0o111) !== 0, body };
  }
}
