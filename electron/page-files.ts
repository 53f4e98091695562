import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { isSystemError } from './file-failure.ts';
import { isOurOrigin, pageUrl } from './origin.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Answers a request for one of the page's files: GET, whole files, from one folder. */
export async function pageFile(root: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const path = pathInside(root, request.url);
  const mediaType = path ? mediaTypes[extname(path)] : undefined;
  if (path === null || mediaType === undefined) return refusal(404);
  try {
    return new Response(await readFile(path), { headers: { ...securityHeaders, 'Content-Type': mediaType } });
  } catch (error) {
    if (isSystemError(error)) return refusal(404);
    throw error;
  }
}

const refusal = (status: 404 | 405): Response =>
  new Response(null, { status, headers: securityHeaders });

/** The file that a URL of ours names, or null when it names none inside the folder. */
export function pathInside(root: string, url: string): string | null {
  if (!isOurOrigin(url)) return null;
  const name = decoded(url.slice(pageUrl.length).replace(/[?#].*$/s, ''));
  if (name === null || /[\0\\]/.test(name)) return null;
  const path = join(root, name === '' ? 'index.html' : name);
  return path.startsWith(root + sep) ? path : null;
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
