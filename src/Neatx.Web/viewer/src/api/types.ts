// The JSON of the server's API, as in /openapi/v1.json: snake_case, missing values are null.

export type Role = 'curator' | 'rater' | 'adjudicator' | 'viewer';

export interface Me {
  signed_in: boolean;
  name: string | null;
  role: Role | null;
  pseudonym: string | null;
  passkeys: number | null;
  antiforgery: string | null;
  oidc: { title: string } | null;
}

/** "0", "0.25", "0.5", "0.75" or "1". */
export type Grade = string;
export type Side = 'L' | 'R' | 'both';
export type RaterPhase = 'guideline' | 'training' | 'qualification' | 'rating' | 'failed';
export type CampaignPhase = 'rating' | 'adjudication' | 'frozen';

export interface Finding {
  name: string;
  title: string;
  key: string;
  asks_side: boolean;
}

export interface Example {
  number: number;
  caption: string;
  finding: string | null;
  pixels: string;
}

export interface Qualification {
  bound: number;
  kappa: number | null;
  low: number | null;
  high: number | null;
  n: number;
  passed: boolean | null;
}

export interface Campaign {
  title: string;
  language: string;
  synthetic: boolean;
  findings: Finding[];
  grades: Grade[];
  invalid_reasons: string[];
  guideline: string;
  examples: Example[];
  campaign_phase: CampaignPhase;
  phase: RaterPhase | null;
  paused: boolean;
  dropped: boolean;
  qualification: Qualification | null;
  progress: { done: number; left: number; seconds_per_film: number | null } | null;
  batch: number;
  lease_minutes: number;
  protocol_hash: string;
}

export interface Answers {
  grades: Record<string, Grade>;
  sides: Record<string, string>;
  invalid: string | null;
  note: string | null;
  /** JSON text [[x, y], ...] in pixels of the film. */
  lines: Record<string, string>;
  /** JSON text [left, top, right, bottom]. */
  boxes: Record<string, string>;
}

export interface Film {
  handle: string;
  position: number;
  phase: RaterPhase;
  completed: boolean;
  completed_time: string | null;
  answers: Answers;
}

export interface NextFilms {
  phase: RaterPhase | null;
  campaign_phase: CampaignPhase;
  reason: 'paused' | 'dropped' | 'failed' | 'guideline' | 'nothing_left' | 'rating_over' | null;
  films: Film[];
}

export interface FilmPage {
  total: number;
  films: Film[];
}

export interface EventToSend {
  id: string;
  client_sequence: number;
  kind: string;
  handle: string | null;
  finding: string | null;
  old: string | null;
  new: string | null;
  dwell_ms: number | null;
  window: string | null;
  client_time: string;
}

export interface EventOutcome {
  acknowledged: { id: string; sequence: number }[];
  refused: { id: string | null; code: string; reason: string; what_to_do: string }[];
  phase: RaterPhase | null;
  campaign_phase: CampaignPhase;
}

export interface FindingFeedback {
  finding: string;
  own: Grade | null;
  expert: 'positive' | 'negative' | 'uncertain' | 'invalid' | null;
  right: boolean | null;
  sentence: string;
  /** The expert's line along the tube, where there is one. */
  line?: string | null;
}

export interface Feedback {
  findings: FindingFeedback[];
  right: number;
  of: number;
}

export interface NamedAnswers extends Answers {
  rater: string;
}

export interface DisputedFilm {
  handle: string;
  findings: string[];
  answers: NamedAnswers[];
  decided: Answers;
}

export interface Adjudication {
  left: number;
  films: DisputedFilm[];
}

export interface Agreement {
  kind: 'pooled' | 'raters' | 'gold' | 'self';
  a: string | null;
  b: string | null;
  finding: string;
  n: number;
  kappa: number | null;
  low: number | null;
  high: number | null;
  method?: string | null;
  undefined: string | null;
  crosstab: { labels: string[]; counts: number[][] };
}

export interface RaterRow {
  user: string;
  pseudonym: string;
  name: string | null;
  phase: RaterPhase;
  paused: boolean;
  dropped: boolean;
  done: number;
  open: number;
  last_seen: string | null;
  seconds_per_film: number | null;
  per_hour: number | null;
  qualification: Qualification | null;
}

export interface Prevalence {
  rater: string;
  finding: string;
  judged: number;
  positive: number;
  share: number | null;
  low: number | null;
  high: number | null;
  drift: string | null;
}

export interface Overview {
  sequence: number;
  computed_at: string | null;
  pending: boolean;
  campaign_phase: CampaignPhase;
  frozen_hash: string | null;
  images: { main: number; training: number; qualification: number; hidden: number };
  ratings: { done: number; wanted: number; rated_enough: number };
  raters: RaterRow[];
  agreement: Agreement[];
  prevalence: Prevalence[];
  stop: null | {
    half_width: number;
    level: number;
    least: number;
    reached: boolean;
    findings: { finding: string; n: number; half_width: number | null; reached: boolean }[];
  };
  disagreements: Record<string, number>;
  storage_problem: string | null;
}

export interface DisagreementPage {
  total: number;
  page: number;
  pages: number;
  images: (DisputedFilm & { number: number })[];
}

export interface Invitation {
  id: string;
  role: Role;
  pseudonym: string | null;
  created: string;
  expires: string;
  used: string | boolean | null;
}

export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail: string;
  code?: string;
  what_to_do?: string;
}
