/** What says only how a reader came to a page. */
const tracking = /^(?:utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|ref)$/i;

/**
 * One form for the addresses of one page: without scheme, `www.`, port, fragment, last `/`, and parameters that only follow readers
 * about; the others sorted; percent signs decoded. `null` for what is no address of the web, and for that of a whole site: it is no
 * one story's.
 */
export function canonicalUrl(url: string): string | null {
  const parts = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?([^?#]*)(?:\?([^#]*))?/i.exec(url.trim());
  const [, host, path = '', query = ''] = parts ?? [];
  if (host === undefined) return null;
  const name = host.toLowerCase().replace(/^(?:www|m|amp)\./, '');
  const parameters = query.split('&').filter((one) => one !== '' && !tracking.test(one.split('=')[0] ?? '')).map(decoded).sort();
  const place = `${decoded(path).replace(/(?<!\/)\/+$/, '')}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
  return place === '' ? null : name + place;
}

/** As it stands where the percent signs are no UTF-8. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
