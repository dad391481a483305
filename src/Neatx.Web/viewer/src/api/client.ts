import type { Me, Problem } from './types.ts';

/** The server answered, and the answer was no. */
export class RequestProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }

  get isSignedOut(): boolean {
    return this.problem.status === 401;
  }
}

/** No answer came: the network or the server is down. */
export class NoConnection extends Error {}

let antiforgery: string | null = null;

export const setAntiforgery = (token: string | null): void => {
  antiforgery = token;
};

/** Who is signed in; also renews the token that goes with every change. */
export async function fetchMe(): Promise<Me> {
  return remember((await (await send('GET', '/api/me')).json()) as Me);
}

/** Keeps the token of an answer that signed in or out. */
export function remember(me: Me): Me {
  antiforgery = me.antiforgery;
  return me;
}

export const getJson = async <T>(path: string): Promise<T> => (await (await send('GET', path)).json()) as T;

export const getResponse = (path: string): Promise<Response> => send('GET', path);

/** Sends a change. A token gone stale (the session was renewed in another tab) is fetched again once. */
export async function postJson<T>(path: string, body: unknown, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await send(method, path, body);
      const text = await response.text();
      return (text === '' ? null : JSON.parse(text)) as T;
    } catch (error) {
      if (attempt > 0 || !(error instanceof RequestProblem) || error.problem.code !== 'antiforgery') throw error;
      await fetchMe();
    }
  }
}

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/octet-stream' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && antiforgery) headers['X-Antiforgery'] = antiforgery;
  let response: Response;
  try {
    response = await fetch(path, { method, headers, credentials: 'same-origin', body: body === undefined ? null : JSON.stringify(body) });
  } catch (error) {
    throw new NoConnection(String(error));
  }
  if (response.ok) return response;
  throw new RequestProblem(await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Problem;
    return { ...problem, status: response.status };
  } catch {
    return { title: response.statusText, status: response.status, detail: '' };
  }
}
