import type { components } from './schema.ts';

// Short names for what the server sends and takes. The shapes are generated from its OpenAPI document: `npm run types`.

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Role = NonNullable<Me['role']>;
export type Problem = Schemas['Problem'];

export type Campaign = Schemas['CampaignView'];
export type CampaignPhase = Campaign['campaign_phase'];
export type RaterPhase = NonNullable<Campaign['phase']>;
export type Finding = Schemas['Finding'];
export type Qualification = Schemas['QualificationView'];

export type Answers = Schemas['Answers'];
export type Film = Schemas['RaterFilm'];
export type NextFilms = Schemas['FilmsToRate'];
export type FilmPage = Schemas['FilmPage'];
export type EventKind = NonNullable<Schemas['NewEvent']['kind']>;
/** An event as the pages send it: nothing is left out. */
export type EventToSend = Required<Schemas['NewEvent']> & { id: string; kind: EventKind; client_sequence: number; client_time: string };
export type EventOutcome = Schemas['BatchOutcome'];
export type Feedback = Schemas['Feedback'];

export type NamedAnswers = Schemas['BlindAnswers'];
export type DisputedFilm = Schemas['FilmToDecide'];
export type Adjudication = Schemas['FilmsToDecide'];

export type Overview = Schemas['CampaignOverview'];
export type Agreement = Schemas['AgreementFigure'];
export type Prevalence = Schemas['PrevalenceFigure'];
export type RaterRow = Schemas['RaterRow'];
export type DisagreementPage = Schemas['DisputedPage'];
export type PlanAction = NonNullable<Schemas['PlanChange']['action']>;
export type Invitation = Schemas['ListedInvitation'];
