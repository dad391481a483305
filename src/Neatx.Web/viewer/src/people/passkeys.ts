import { answer, api } from '../api/client.ts';
import type { Me } from '../api/types.ts';

// Browsers since 2025 turn the server's JSON into options and a credential back into JSON by themselves.

export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

export async function signInWithPasskey(): Promise<Me> {
  const options = (await answer(api.POST('/api/passkeys/request-options'))) as unknown as PublicKeyCredentialRequestOptionsJSON;
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return answer(api.POST('/api/passkeys/sign-in', { body: { credential: textOf(credential), name: null } }));
}

export async function addPasskey(name: string): Promise<void> {
  const options = (await answer(api.POST('/api/passkeys/creation-options'))) as unknown as PublicKeyCredentialCreationOptionsJSON;
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  await answer(api.POST('/api/passkeys', { body: { credential: textOf(credential), name } }));
}

const textOf = (credential: Credential | null): string => JSON.stringify((credential as PublicKeyCredential).toJSON());
