import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';
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

const header = 'X-Antiforgery';
let antiforgery: string | null = null;

/** Every address of the server, typed by its OpenAPI document. Calls go through `answer`. */
export const api = createClient<paths>({ fetch: send });

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What the server answered; throws RequestProblem where that was no, NoConnection where it did not. */
export async function answer<T>(request: Promise<Answered<T>>): Promise<T> {
  let answered: Answered<T>;
  try {
    answered = await request;
  } catch (error) {
    // The way broke while the answer came.
    throw error instanceof TypeError ? new NoConnection(String(error)) : error;
  }
  if (!answered.response.ok) throw new RequestProblem(problemOf(answered.error, answered.response));
  return answered.data as T;
}

/** Who is signed in; also renews the token that goes with every change. */
export const fetchMe = async (): Promise<Me> => remember(await answer(api.GET('/api/me')));

/** Keeps the token of an answer that signed in or out. */
export function remember(me: Me): Me {
  antiforgery = me.antiforgery;
  return me;
}

/** The bytes at an address that the server named. */
export async function getBytes(path: string): Promise<Response> {
  const response = await send(new Request(path));
  if (response.ok) return response;
  throw new RequestProblem(problemOf(await response.json().catch(() => null), response));
}

/** Sends a request. A token gone stale (the session was renewed in another tab) is fetched again once. */
async function send(request: Request): Promise<Response> {
  if (request.method === 'GET') return attempt(request);
  const again = request.clone();
  const response = await attempt(request);
  if (response.status !== 400) return response;
  const problem = (await response.clone().json().catch(() => null)) as Problem | null;
  if (problem?.code !== 'antiforgery') return response;
  await fetchMe();
  return attempt(again);
}

async function attempt(request: Request): Promise<Response> {
  if (request.method !== 'GET' && antiforgery) request.headers.set(header, antiforgery);
  try {
    return await fetch(request);
  } catch (error) {
    throw new NoConnection(String(error));
  }
}

const problemOf = (body: unknown, response: Response): Problem => ({
  type: '', title: response.statusText, detail: '', code: String(response.status), what_to_do: '', ...(typeof body === 'object' ? body : {}), status: response.status,
});
