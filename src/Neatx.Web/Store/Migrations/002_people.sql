-- The people of a campaign: ASP.NET Core Identity's tables under our names, invitations and tokens. Times are milliseconds since 1970.
-- JSONB is PostgreSQL's; SQLite keeps such a column as the text it is given.

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    user_name TEXT NOT NULL,
    normalized_user_name TEXT NOT NULL UNIQUE,
    email TEXT,
    normalized_email TEXT,
    email_confirmed BOOLEAN NOT NULL,
    password_hash TEXT,
    security_stamp TEXT,
    concurrency_stamp TEXT,
    phone_number TEXT,
    phone_number_confirmed BOOLEAN NOT NULL,
    two_factor_enabled BOOLEAN NOT NULL,
    lockout_end BIGINT,
    lockout_enabled BOOLEAN NOT NULL,
    access_failed_count INTEGER NOT NULL,
    role TEXT NOT NULL,
    pseudonym TEXT UNIQUE,
    created BIGINT NOT NULL
);

CREATE TABLE person_login (
    login_provider TEXT NOT NULL,
    provider_key TEXT NOT NULL,
    provider_display_name TEXT,
    user_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (login_provider, provider_key)
);

CREATE TABLE person_passkey (
    credential_id BYTEA PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    data JSONB NOT NULL
);

-- Codes and tokens are kept as SHA-256 only: they have 256 random bits, so a slow hash would add nothing.
CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    code_hash BYTEA NOT NULL UNIQUE,
    role TEXT NOT NULL,
    pseudonym TEXT,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used BIGINT
);

CREATE TABLE api_token (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    secret_hash BYTEA NOT NULL UNIQUE,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    last_used BIGINT
);
