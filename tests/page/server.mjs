// A small server for what is handed out: folders at places of their own, with the headers that a test wants.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** The policy under which the site is meant to be served, as `cargo xtask serve` sends it. */
export const POLICY = /pub\(crate\) const POLICY: &str = "([^;]*(?:;[^"]*)*)";/
  .exec(readFileSync(new URL('../../xtask/src/http.rs', import.meta.url), 'utf8'))[1].replace(/\\\n\s*/g, '');

const KINDS = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.json': 'application/json',
};

/**
 * Starts a server on a free port. `folders` maps a place (`/a/b/`) to a folder or to `{path: text of a page}`;
 * `headers(path)` are further headers. Answers `{port, address, requests, close}`; `requests` are the paths asked for.
 */
export async function serve(folders, headers = () => ({})) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    const found = find(folders, path);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': (found && KINDS[extname(found.name)]) || 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      ...headers(path, request),
    });
    response.end(found ? found.body : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    requests,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
    /** Starts it again on the same port. */
    reopen: () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
  };
}

function find(folders, path) {
  const places = Object.keys(folders).filter((place) => path.startsWith(place)).sort((a, b) => b.length - a.length);
  for (const place of places) {
    const rest = path.slice(place.length) || 'index.html';
    const source = folders[place];
    if (typeof source === 'object') {
      if (rest in source) return { name: rest, body: source[rest] };
      continue;
    }
    const file = join(source, normalize(`/${rest}`));
    if (existsSync(file) && statSync(file).isFile()) return { name: rest, body: readFileSync(file) };
  }
  return null;
}
